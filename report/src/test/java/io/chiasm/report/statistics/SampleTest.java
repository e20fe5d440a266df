package io.chiasm.report.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SampleTest {
  @Test
  void whatIsNotFiniteIsRefused() {
    for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> new Sample(List.of(1.0, value)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(String.valueOf(value));
    }
  }

  @Test
  void fewerThanTwoValuesHaveNoDeviation() {
    assertThat(new Sample(List.of()).sd()).isNaN();
    assertThat(new Sample(List.of(0.5)).sd()).isNaN();
    assertThat(new Sample(List.of(1.0, 3.0)).sd()).isEqualTo(Math.sqrt(2));
  }

  @Test
  void equalValuesHaveNoEffectSize() {
    assertThat(new Sample(List.of(0.5, 0.5)).dz()).isNaN();
    assertThat(new Sample(List.of(0.0, 0.0)).dz()).isNaN();
    assertThat(new Sample(List.of(1.0, 3.0)).dz()).isEqualTo(2 / Math.sqrt(2));
  }
}
