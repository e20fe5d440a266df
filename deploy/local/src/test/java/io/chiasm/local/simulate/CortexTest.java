package io.chiasm.local.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chiasm.contracts.brain.Hemisphere;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CortexTest {
  private static final int VERTICES = 2000;
  private static final int COVERED = 2458;

  @Test
  void sharesOfTheAreasSumToOne() {
    double sum = Arrays.stream(Area.values()).mapToDouble(Area::share).sum();
    assertThat(sum).isCloseTo(1, within(1e-12));
  }

  @Test
  void everyCentreLiesInTheContralateralHemifield() {
    for (float x : cortex(Hemisphere.LH).x) {
      assertThat(x).isPositive();
    }
    for (float x : cortex(Hemisphere.RH).x) {
      assertThat(x).isNegative();
    }
  }

  @Test
  void ventralAreasSeeTheUpperAndDorsalOnesTheLowerQuarter() {
    Cortex cortex = cortex(Hemisphere.LH);
    for (int vertex = 0; vertex < VERTICES; vertex++) {
      if (cortex.area[vertex] == Area.V1V) {
        assertThat(cortex.y[vertex]).isPositive();
      } else if (cortex.area[vertex] == Area.V3D) {
        assertThat(cortex.y[vertex]).isNegative();
      }
    }
  }

  @Test
  void receptiveFieldsGrowAndCrossAlongTheHierarchy() {
    Cortex cortex = cortex(Hemisphere.RH);
    assertThat(mean(cortex, cortex.sigma, Area.V1D))
        .isLessThan(mean(cortex, cortex.sigma, Area.V3D));
    assertThat(mean(cortex, cortex.sigma, Area.V3D))
        .isLessThan(mean(cortex, cortex.sigma, Area.TO));
    assertThat(mean(cortex, cortex.bilateral, Area.V1D)).isCloseTo(0.02, within(0.002));
    assertThat(mean(cortex, cortex.bilateral, Area.TO)).isCloseTo(0.45, within(0.03));
  }

  @Test
  void placesOnTheSurfaceAscendAndDiffer() {
    int[] places = cortex(Hemisphere.LH).fsaverage;
    for (int vertex = 1; vertex < VERTICES; vertex++) {
      assertThat(places[vertex]).isGreaterThan(places[vertex - 1]);
    }
    assertThat(places[VERTICES - 1]).isLessThan(COVERED);
  }

  private static Cortex cortex(Hemisphere hemisphere) {
    return new Cortex(hemisphere, VERTICES, COVERED, new Draws(11, "cortex", 0));
  }

  private static double mean(Cortex cortex, float[] values, Area area) {
    return IntStream.range(0, VERTICES)
        .filter(vertex -> cortex.area[vertex] == area)
        .mapToDouble(vertex -> values[vertex])
        .average()
        .orElseThrow();
  }
}
