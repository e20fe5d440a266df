package io.chiasm.report.statistics;

import io.chiasm.contracts.random.MersenneTwister;

/**
 * Units drawn with replacement, as {@code RandomState(seed).randint(0, n, (draws, n))} draws them.
 */
final class Resamples {
  private final int[][] chosen;

  /**
   * @param n number of units, at least 1
   */
  Resamples(int n, int draws, long seed) {
    this.chosen = new int[draws][n];
    MersenneTwister random = new MersenneTwister(seed);
    for (int[] draw : chosen) {
      for (int unit = 0; unit < n; unit++) {
        draw[unit] = random.nextInterval(n - 1);
      }
    }
  }

  int draws() {
    return chosen.length;
  }

  /** {@code [unit]} of one draw; not to be changed. */
  int[] units(int draw) {
    return chosen[draw];
  }
}
