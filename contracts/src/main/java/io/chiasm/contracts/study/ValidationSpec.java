package io.chiasm.contracts.study;

import java.nio.file.Path;

/** How stimuli are held out. */
public sealed interface ValidationSpec {
  /** Every stimulus is held out once, in one of {@code folds} folds. */
  record KFold(int folds, long seed) implements ValidationSpec {}

  /** One fold of {@code round(fraction · n)} stimuli is held out. */
  record Holdout(double fraction, long seed) implements ValidationSpec {}

  /** Folds by name, from a file with the columns {@code stimulus,fold}. */
  record FoldFile(Path file) implements ValidationSpec {}
}
