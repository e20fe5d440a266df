package io.chiasm.report.statistics;

import java.util.Arrays;

/** Correlations of ranks. Ties share their mean rank. */
final class Ranks {
  /** Of a variance that a covariate leaves, as a share; below it nothing but rounding is left. */
  private static final double NOTHING = 1e-12;

  private Ranks() {}

  /** Spearman's rho; NaN for fewer than two pairs and where one side is constant. */
  static double rho(double[] one, double[] other) {
    return Pearson.r(of(one), of(other));
  }

  /**
   * Spearman's rho of two variables with a third held constant: the correlation of what a linear
   * regression on the third one's ranks leaves of their ranks. NaN for fewer than four pairs, where
   * one side is constant and where the third one's ranks tell one of the others exactly.
   */
  static double partialRho(double[] one, double[] other, double[] held) {
    if (one.length < 4) {
      return Double.NaN;
    }
    double[] first = of(one);
    double[] second = of(other);
    double[] third = of(held);
    double both = Pearson.r(first, second);
    double firstHeld = Pearson.r(first, third);
    double secondHeld = Pearson.r(second, third);
    double left = (1 - firstHeld * firstHeld) * (1 - secondHeld * secondHeld);
    return left > NOTHING ? (both - firstHeld * secondHeld) / Math.sqrt(left) : Double.NaN;
  }

  /** {@code [value]} ranks from 1. */
  static double[] of(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double[] ranks = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      int first = Arrays.binarySearch(sorted, values[i]);
      int last = first;
      while (first > 0 && sorted[first - 1] == values[i]) {
        first--;
      }
      while (last + 1 < sorted.length && sorted[last + 1] == values[i]) {
        last++;
      }
      ranks[i] = (first + last) / 2.0 + 1;
    }
    return ranks;
  }
}
