package io.chiasm.study.estimate;

import io.chiasm.contracts.study.Regression;
import io.chiasm.contracts.study.SplitName;
import java.util.List;

/**
 * What an encoding task fits, and how many arrays of scores it leaves.
 *
 * @param fitted models that have scores, banded ridge among them
 * @param spaces feature spaces that are decomposed
 */
record Models(int fitted, int spaces, boolean halves, boolean banded, boolean penalties) {
  /** Shares of the full model's prediction, in r and in r². */
  private static final int SHARES = 6;

  /** Both halves' unique parts, what they share, and the difference of their scores. */
  private static final int CONTRASTS = 4;

  static Models of(SplitName split, Regression regression) {
    List<Double> gammas = regression instanceof Regression.Ridge ridge ? ridge.gammas() : List.of();
    boolean halves = split != SplitName.JOINT;
    boolean banded = halves && split.hemifields() && !gammas.isEmpty();
    int models = halves ? 3 : 1;
    int blends = banded ? (int) gammas.stream().filter(g -> g > 0 && g < 1).count() : 0;
    return new Models(
        models + (banded ? 1 : 0),
        models + blends,
        halves,
        banded,
        regression instanceof Regression.Ridge);
  }

  /** Arrays {@code [vertex]}. */
  int vertexArrays() {
    int each = penalties ? 3 : 2;
    return fitted * each + (banded ? 1 : 0) + SHARES + (halves ? CONTRASTS : 2 * 2 + 1);
  }

  /** Arrays {@code [fold, vertex]}. */
  int foldArrays() {
    int each = penalties ? 3 : 2;
    return fitted * each + (banded ? 1 : 0) + (halves ? 0 : 2 * 2);
  }

  /** Models whose held-out predictions of one vertex are kept. */
  int predicting() {
    return fitted;
  }
}
