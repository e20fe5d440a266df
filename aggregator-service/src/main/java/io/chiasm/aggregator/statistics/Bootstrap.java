package io.chiasm.aggregator.statistics;

import io.chiasm.contracts.random.MersenneTwister;
import java.util.Arrays;

/**
 * Percentile interval of a mean: units are drawn with replacement, as {@code
 * RandomState(seed).randint(0, n, (draws, n))} draws them.
 */
final class Bootstrap {
  private final int n;
  private final int[][] chosen;

  /**
   * @param n number of units, at least 1
   */
  Bootstrap(int n, int draws, long seed) {
    this.n = n;
    this.chosen = new int[draws][n];
    MersenneTwister random = new MersenneTwister(seed);
    for (int[] draw : chosen) {
      for (int unit = 0; unit < n; unit++) {
        draw[unit] = random.nextInterval(n - 1);
      }
    }
  }

  /** The interval that holds this share of the means drawn. */
  Interval interval(Sample sample, double share) {
    double[] values = sample.values().stream().mapToDouble(Double::doubleValue).toArray();
    double[] means = new double[chosen.length];
    for (int draw = 0; draw < means.length; draw++) {
      double sum = 0;
      for (int unit : chosen[draw]) {
        sum += values[unit];
      }
      means[draw] = sum / n;
    }
    Arrays.sort(means);
    return new Interval(quantile(means, (1 - share) / 2), quantile(means, (1 + share) / 2));
  }

  /** Linear between neighbours, numpy's default. */
  private static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) Math.floor(place);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
