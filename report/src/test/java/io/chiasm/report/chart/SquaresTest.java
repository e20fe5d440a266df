package io.chiasm.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.report.chart.Squares.Square;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SquaresTest {
  @Test
  void squaresHoldEverythingOnceHoweverCoarse() {
    // Given
    Random random = new Random(3);
    Map<Square, Integer> counts = new HashMap<>();
    for (int i = 0; i < 500; i++) {
      counts.merge(new Square(index(random), index(random)), 1, Integer::sum);
    }
    Squares squares = new Squares(counts);
    // Then
    for (int times : List.of(1, 2, 7, 1000)) {
      assertThat(squares.counts(times).values().stream().mapToInt(Integer::intValue).sum())
          .isEqualTo(500);
    }
    assertThat(squares.counts(100_000).keySet()).hasSize(4);
  }

  private static int index(Random random) {
    return (int) Math.floor(random.nextGaussian() * 40);
  }
}
