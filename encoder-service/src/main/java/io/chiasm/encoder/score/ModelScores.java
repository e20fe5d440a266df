package io.chiasm.encoder.score;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Scores and settings of one encoding model, by fold. */
public final class ModelScores {
  private final FoldScores r;
  private final FoldScores r2;
  private final FoldScores alpha;
  private final FoldScores gamma;
  private final int[] components;

  public ModelScores(int folds, int vertices) {
    this.r = new FoldScores(folds, vertices);
    this.r2 = new FoldScores(folds, vertices);
    this.alpha = new FoldScores(folds, vertices);
    this.gamma = new FoldScores(folds, vertices);
    this.components = new int[folds];
  }

  void set(int fold, int vertex, HeldOutScore score, double chosenAlpha, double chosenGamma) {
    r.set(fold, vertex, score.r());
    r2.set(fold, vertex, score.r2());
    alpha.set(fold, vertex, chosenAlpha);
    gamma.set(fold, vertex, chosenGamma);
  }

  void components(int fold, int count) {
    components[fold] = count;
  }

  /** Pearson correlations. */
  public FoldScores r() {
    return r;
  }

  /** {@code 1 − RSS/TSS}. */
  public FoldScores r2() {
    return r2;
  }

  /** Chosen penalties; NaN for a regression without. */
  public FoldScores alpha() {
    return alpha;
  }

  /** Chosen weights of the right half; NaN for a model without. */
  public FoldScores gamma() {
    return gamma;
  }

  /** Components that carried the fit, by fold. */
  public List<Integer> components() {
    return Arrays.stream(components).boxed().collect(Collectors.toList());
  }
}
