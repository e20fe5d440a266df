package io.chiasm.local.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawsTest {
  private static final int MANY = 100_000;

  /** Five standard errors of a mean of unit variance over 100,000 draws. */
  private static final double SAMPLING = 5 / Math.sqrt(MANY);

  @Test
  void normalsHaveMeanZeroAndVarianceOne() {
    Draws draws = new Draws(1, "test", 0);
    double[] values = DoubleStream.generate(draws::normal).limit(MANY).toArray();
    assertThat(mean(values)).isCloseTo(0, within(SAMPLING));
    // The square of a normal has variance 2.
    assertThat(mean(Arrays.stream(values).map(v -> v * v).toArray()))
        .isCloseTo(1, within(SAMPLING * Math.sqrt(2)));
  }

  @Test
  void uniformsAndExponentialsHaveTheirMeans() {
    Draws draws = new Draws(2, "test", 0);
    assertThat(mean(DoubleStream.generate(draws::uniform).limit(MANY).toArray()))
        .isCloseTo(0.5, within(SAMPLING));
    assertThat(mean(DoubleStream.generate(draws::exponential).limit(MANY).toArray()))
        .isCloseTo(1, within(SAMPLING));
  }

  @Test
  void everyPurposeIndexAndSeedHasAStreamOfItsOwn() {
    double[] firsts = {
      new Draws(1, "scene", 0).uniform(),
      new Draws(1, "scene", 1).uniform(),
      new Draws(1, "cortex", 0).uniform(),
      new Draws(2, "scene", 0).uniform(),
      new Draws(1L << 40, "scene", 0).uniform()
    };
    assertThat(Arrays.stream(firsts).distinct().count()).isEqualTo(firsts.length);
    assertThat(new Draws(1, "scene", 0).uniform()).isEqualTo(firsts[0]);
  }

  @Test
  void aPermutationHoldsEveryNumberOnce() {
    int[] permutation = new Draws(3, "test", 0).permutation(1000);
    assertThat(Arrays.stream(permutation).sorted().toArray())
        .isEqualTo(IntStream.range(0, 1000).toArray());
    assertThat(permutation).isNotEqualTo(IntStream.range(0, 1000).toArray());
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }
}
