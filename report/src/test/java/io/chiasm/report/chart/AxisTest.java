package io.chiasm.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class AxisTest {
  @Test
  void everyAxisHoldsZeroItsValuesAndThreeToElevenTicks() {
    Random random = new Random(11);
    for (int i = 0; i < 500; i++) {
      double one = random.nextGaussian() * Math.pow(10, random.nextInt(6) - 4);
      double other = random.nextGaussian() * Math.pow(10, random.nextInt(6) - 4);
      Axis axis = Axis.around(DoubleStream.of(one, other, Double.NaN));
      assertThat(axis.share(one)).isBetween(0.0, 1.0);
      assertThat(axis.share(other)).isBetween(0.0, 1.0);
      assertThat(axis.share(0)).isBetween(0.0, 1.0);
      assertThat(axis.ticks()).hasSizeBetween(3, 11).contains(0.0);
    }
  }

  @Test
  void ticksAreRoundNumbersWithTheDigitsTheyNeed() {
    Axis axis = Axis.around(DoubleStream.of(-0.04, 0.23));
    assertThat(axis.ticks().stream().map(axis::label))
        .containsExactly("0.00", "0.05", "0.10", "0.15", "0.20");
    assertThat(axis.label(-0.05)).isEqualTo("−0.05");
  }

  @Test
  void noValuesStillMakeAnAxis() {
    assertThat(Axis.around(DoubleStream.empty()).ticks()).contains(0.0, 1.0);
  }
}
