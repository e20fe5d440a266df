package io.chiasm.local.simulate;

import java.util.function.IntToDoubleFunction;

/** One number per stimulus. */
final class Series {
  private final double[] values;

  Series(int length, IntToDoubleFunction value) {
    values = new double[length];
    for (int i = 0; i < length; i++) {
      values[i] = value.applyAsDouble(i);
    }
  }

  double at(int i) {
    return values[i];
  }

  /** {@code a · this + b · other}. */
  Series mixed(double a, Series other, double b) {
    return new Series(values.length, i -> a * values[i] + b * other.values[i]);
  }

  /** With mean 0 and standard deviation 1. */
  Series standardised() {
    double mean = mean();
    double square = 0;
    for (double value : values) {
      square += (value - mean) * (value - mean);
    }
    double deviation = Math.sqrt(square / values.length);
    return new Series(values.length, i -> (values[i] - mean) / deviation);
  }

  /** Pearson's correlation. */
  double correlation(Series other) {
    Series a = standardised();
    Series b = other.standardised();
    double product = 0;
    for (int i = 0; i < values.length; i++) {
      product += a.values[i] * b.values[i];
    }
    return product / values.length;
  }

  private double mean() {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
