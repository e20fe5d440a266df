package io.chiasm.encoding.score;

import java.util.Arrays;

/**
 * One quantity {@code [fold, vertex]}. Several threads may write at once, each its own vertices.
 */
public final class FoldScores {
  private final int folds;
  private final int vertices;
  private final double[] values;

  /** All NaN. */
  public FoldScores(int folds, int vertices) {
    this.folds = folds;
    this.vertices = vertices;
    this.values = new double[Math.multiplyExact(folds, vertices)];
    Arrays.fill(values, Double.NaN);
  }

  public void set(int fold, int vertex, double value) {
    values[fold * vertices + vertex] = value;
  }

  public double get(int fold, int vertex) {
    return values[fold * vertices + vertex];
  }

  /** {@code [fold, vertex]}. */
  public double[] perFold() {
    return values.clone();
  }

  /**
   * {@code [vertex]} mean over folds; NaN where any fold has none, since a mean over other folds is
   * over other stimuli.
   */
  public double[] mean() {
    double[] means = new double[vertices];
    for (int vertex = 0; vertex < vertices; vertex++) {
      for (int fold = 0; fold < folds; fold++) {
        means[vertex] += get(fold, vertex);
      }
      means[vertex] /= folds;
    }
    return means;
  }

  /** {@code [vertex]} the lower median over folds, always one of the folds' own values. */
  public double[] lowerMedian() {
    double[] medians = new double[vertices];
    double[] sorted = new double[folds];
    for (int vertex = 0; vertex < vertices; vertex++) {
      for (int fold = 0; fold < folds; fold++) {
        sorted[fold] = get(fold, vertex);
      }
      Arrays.sort(sorted);
      medians[vertex] = sorted[(folds - 1) / 2];
    }
    return medians;
  }
}
