package io.chiasm.contracts.study;

import java.nio.file.Path;

/** How stimuli are held out. */
public sealed interface ValidationSpec {
  /** Number of folds unless a study says otherwise. */
  int DEFAULT_FOLDS = 10;

  /** What a study without a {@code validation} gets. */
  ValidationSpec DEFAULT = new KFold(DEFAULT_FOLDS, 0);

  /** Largest seed of numpy's generator, which has 32 bits. */
  long LARGEST_SEED = 0xffffffffL;

  /**
   * Every stimulus is held out once.
   *
   * @param folds number of folds, at least 2
   * @param seed of the shuffle, 0 … {@link #LARGEST_SEED}
   */
  record KFold(int folds, long seed) implements ValidationSpec {
    public KFold {
      if (folds < 2) {
        throw new IllegalArgumentException("k-fold needs at least 2 folds, got " + folds);
      }
      checkSeed(seed);
    }
  }

  /**
   * One fold is held out.
   *
   * @param fraction of stimuli held out, between 0 and 1
   * @param seed of the shuffle, 0 … {@link #LARGEST_SEED}
   */
  record Holdout(double fraction, long seed) implements ValidationSpec {
    public Holdout {
      if (!(fraction > 0 && fraction < 1)) {
        throw new IllegalArgumentException("holdout " + fraction + " is not between 0 and 1");
      }
      checkSeed(seed);
    }
  }

  /** Folds by name, from a file with the columns {@code stimulus,fold}. */
  record FoldFile(Path file) implements ValidationSpec {}

  private static void checkSeed(long seed) {
    if (seed < 0 || seed > LARGEST_SEED) {
      throw new IllegalArgumentException("seed " + seed + " is not in 0 … " + LARGEST_SEED);
    }
  }
}
