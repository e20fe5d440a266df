package io.chiasm.report.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BootstrapTest {
  /** One product and one sum of numbers below ten. */
  private static final double ROUNDING = 1e-14;

  /**
   * Of few values, so that places fall on every side of what they are parted by; many are equal.
   */
  @Test
  void boundsAreThoseOfTheSortedValues() {
    Random random = new Random(1);
    for (int study = 0; study < 3000; study++) {
      double[] values = random.doubles(1 + study % 40).map(v -> Math.floor(10 * v)).toArray();
      double[] sorted = values.clone();
      Arrays.sort(sorted);
      double share = 0.5 + study % 5 / 10.0;
      // When
      Interval interval = Bootstrap.interval(values, share);
      // Then
      assertThat(interval.low()).isCloseTo(quantile(sorted, (1 - share) / 2), within(ROUNDING));
      assertThat(interval.high()).isCloseTo(quantile(sorted, (1 + share) / 2), within(ROUNDING));
    }
  }

  private static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    double next = sorted[Math.min(below + 1, sorted.length - 1)];
    return sorted[below] * (1 - (place - below)) + next * (place - below);
  }
}
