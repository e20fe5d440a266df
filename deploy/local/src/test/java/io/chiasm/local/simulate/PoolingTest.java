package io.chiasm.local.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PoolingTest {
  private static final int CELLS = ChannelMaps.CELLS;

  /** Sums of a thousand floats of order one. */
  private static final double ROUND_OFF = 1e-5;

  @Test
  void aReceptiveFieldSeesTheCellAtItsCentre() {
    // Given: one bright cell in the upper right quarter, its centre at (1.18, 2.76) degrees
    float[] map = new float[CELLS * CELLS];
    map[5 * CELLS + 20] = 1;
    Pooling pooling = new Pooling(List.<float[][]>of(new float[][] {map}));
    double x = 20.5 * 8.4 / 32 - 4.2;
    double y = 4.2 - 5.5 * 8.4 / 32;
    // When / Then
    assertThat(pooling.over(x, y, 0.05)[0]).isEqualTo(1);
    assertThat(pooling.over(-x, y, 0.3)[0]).isZero();
    assertThat(pooling.over(x, -y, 0.3)[0]).isZero();
  }

  @Test
  void aFlatMapGivesItsValueToEveryReceptiveFieldEvenAtTheBorder() {
    float[] map = new float[CELLS * CELLS];
    Arrays.fill(map, 2);
    Pooling pooling = new Pooling(List.<float[][]>of(new float[][] {map}));
    assertThat((double) pooling.over(4, -4, 2)[0]).isCloseTo(2, within(ROUND_OFF));
  }

  @Test
  void theMirrorImageAtTheMirroredCentreIsTheSame() {
    Draws draws = new Draws(1, "test", 0);
    float[] map = new float[CELLS * CELLS];
    float[] mirrored = new float[CELLS * CELLS];
    for (int i = 0; i < map.length; i++) {
      map[i] = (float) draws.uniform();
      mirrored[i / CELLS * CELLS + CELLS - 1 - i % CELLS] = map[i];
    }
    Pooling pooling =
        new Pooling(List.of(new float[][] {map, mirrored}, new float[][] {mirrored, map}));
    float[] right = pooling.over(1.3, -0.4, 0.8);
    float[] left = pooling.over(-1.3, -0.4, 0.8);
    assertThat((double) right[0]).isCloseTo(left[1], within(ROUND_OFF));
    assertThat((double) right[2]).isCloseTo(left[0], within(ROUND_OFF));
  }
}
