package io.chiasm.encoding.encode;

import io.chiasm.contracts.validation.Folds;
import io.chiasm.encoding.fold.TrainingRows;

/** Which stimuli one fold trains on, and which it holds out. */
final class FoldRows {
  private final int fold;
  private final TrainingRows training;
  private final int[] held;

  private FoldRows(int fold, TrainingRows training, int[] held) {
    this.fold = fold;
    this.training = training;
    this.held = held;
  }

  static FoldRows of(Folds folds, int fold) {
    return new FoldRows(fold, TrainingRows.of(folds.training(fold)), folds.heldOut(fold));
  }

  int fold() {
    return fold;
  }

  TrainingRows training() {
    return training;
  }

  /** Rows held out. */
  int[] held() {
    return held.clone();
  }
}
