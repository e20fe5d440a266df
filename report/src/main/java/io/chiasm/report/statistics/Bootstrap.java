package io.chiasm.report.statistics;

import java.util.Arrays;

/**
 * Percentile interval of a mean: units are drawn with replacement, as {@code
 * RandomState(seed).randint(0, n, (draws, n))} draws them.
 */
final class Bootstrap {
  private final int n;
  private final Resamples chosen;

  /**
   * @param n number of units, at least 1
   */
  Bootstrap(int n, int draws, long seed) {
    this.n = n;
    this.chosen = new Resamples(n, draws, seed);
  }

  /** The interval that holds this share of the means drawn. */
  Interval interval(Sample sample, double share) {
    double[] values = sample.values().stream().mapToDouble(Double::doubleValue).toArray();
    double[] means = new double[chosen.draws()];
    for (int draw = 0; draw < means.length; draw++) {
      double sum = 0;
      for (int unit : chosen.units(draw)) {
        sum += values[unit];
      }
      means[draw] = sum / n;
    }
    return interval(means, share);
  }

  /** The interval that holds this share of values, which come into another order. */
  static Interval interval(double[] values, double share) {
    return new Interval(quantile(values, (1 - share) / 2), quantile(values, (1 + share) / 2));
  }

  /** Linear between neighbours, numpy's default; brings the values into another order. */
  private static double quantile(double[] values, double share) {
    double place = share * (values.length - 1);
    int below = (int) Math.floor(place);
    double low = select(values, below);
    double high = Arrays.stream(values, below + 1, values.length).min().orElse(low);
    return low + (place - below) * (high - low);
  }

  /** Hoare's selection: the value that sorting would put at this place; larger ones follow it. */
  private static double select(double[] values, int place) {
    int left = 0;
    int right = values.length - 1;
    while (left < right) {
      double pivot = values[(left + right) >>> 1];
      int i = left;
      int j = right;
      while (i <= j) {
        while (values[i] < pivot) {
          i++;
        }
        while (values[j] > pivot) {
          j--;
        }
        if (i <= j) {
          double kept = values[i];
          values[i++] = values[j];
          values[j--] = kept;
        }
      }
      left = place > j ? i : left;
      right = place < i ? j : right;
    }
    return values[place];
  }
}
