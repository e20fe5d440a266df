package io.chiasm.encoding.score;

import io.chiasm.encoding.regression.FoldFit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Scores and settings of one encoding model, by fold. */
public final class ModelScores {
  private final FoldScores r;
  private final FoldScores r2;
  private final FoldScores alpha;
  private final FoldScores gamma;
  private final double[] wider;
  private final int[] components;

  public ModelScores(int folds, int vertices) {
    this.r = new FoldScores(folds, vertices);
    this.r2 = new FoldScores(folds, vertices);
    this.alpha = new FoldScores(folds, vertices);
    this.gamma = new FoldScores(folds, vertices);
    this.wider = new double[vertices];
    Arrays.fill(wider, Double.NaN);
    this.components = new int[folds];
  }

  void set(int fold, int vertex, HeldOutScore score, double chosenAlpha, double chosenGamma) {
    r.set(fold, vertex, score.r());
    r2.set(fold, vertex, score.r2());
    alpha.set(fold, vertex, chosenAlpha);
    gamma.set(fold, vertex, chosenGamma);
  }

  /** Notes for the vertices of a fit by how much a wider grid lowers their inner error. */
  public void wider(FoldFit fit, double[] gains) {
    IntStream.range(0, fit.predictors())
        .flatMap(predictor -> IntStream.of(fit.vertices(predictor)))
        .forEach(vertex -> wider[vertex] = gains[vertex]);
  }

  /**
   * {@code [vertex]} the part by which a wider grid of penalties lowers the first fold's inner
   * error; below 0 what smaller penalties do, above 0 what larger ones do; NaN where that was not
   * tried.
   */
  public double[] wider() {
    return wider.clone();
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
