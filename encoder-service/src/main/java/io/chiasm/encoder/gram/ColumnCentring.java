package io.chiasm.encoder.gram;

import java.util.Arrays;

/**
 * Centres features over all stimuli, and standardises them if wanted. A later centring by training
 * means is not changed by it; products only lose their common offset, which would cost digits.
 */
final class ColumnCentring {
  private final boolean standardise;

  ColumnCentring(boolean standardise) {
    this.standardise = standardise;
  }

  /**
   * @param x {@code [stimulus, feature]}, changed in place
   */
  void apply(double[] x, int stimuli, int features) {
    double[] means = sums(x, stimuli, features);
    for (int feature = 0; feature < features; feature++) {
      means[feature] /= stimuli;
    }
    boolean[] constant = constant(x, stimuli, features);
    double[] squares = new double[features];
    for (int i = 0, row = 0; row < stimuli; row++) {
      for (int feature = 0; feature < features; feature++, i++) {
        // The mean of equal numbers may differ from them in the last bit.
        x[i] = constant[feature] ? 0 : x[i] - means[feature];
        squares[feature] += x[i] * x[i];
      }
    }
    if (standardise) {
      divide(x, deviations(squares, stimuli), stimuli);
    }
  }

  private static double[] sums(double[] x, int stimuli, int features) {
    double[] sums = new double[features];
    for (int i = 0, row = 0; row < stimuli; row++) {
      for (int feature = 0; feature < features; feature++, i++) {
        sums[feature] += x[i];
      }
    }
    return sums;
  }

  private static boolean[] constant(double[] x, int stimuli, int features) {
    boolean[] constant = new boolean[features];
    Arrays.fill(constant, true);
    for (int i = 0, row = 0; row < stimuli; row++) {
      for (int feature = 0; feature < features; feature++, i++) {
        constant[feature] &= x[i] == x[feature];
      }
    }
    return constant;
  }

  private static double[] deviations(double[] squares, int stimuli) {
    double[] deviations = new double[squares.length];
    for (int feature = 0; feature < squares.length; feature++) {
      double deviation = Math.sqrt(squares[feature] / stimuli);
      deviations[feature] = deviation == 0 ? 1 : deviation;
    }
    return deviations;
  }

  private static void divide(double[] x, double[] by, int stimuli) {
    for (int i = 0, row = 0; row < stimuli; row++) {
      for (int feature = 0; feature < by.length; feature++, i++) {
        x[i] /= by[feature];
      }
    }
  }
}
