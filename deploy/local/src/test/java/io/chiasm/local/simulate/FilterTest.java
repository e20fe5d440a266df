package io.chiasm.local.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FilterTest {
  private static final int SIDE = 64;

  /** The Gaussian is cut at 2.7 standard deviations, and the other half of a cosine leaks 0.7 %. */
  private static final double LEAK = 0.02;

  @Test
  void aWaveOfTheFiltersOwnIsSeenWithHalfItsAmplitudeEverywhere() {
    Filter filter = new Filter(4, 1 / 8.0, 0);
    float[] amplitude = filter.amplitude(wave(1 / 8.0, 0), SIDE);
    for (int x = 16; x < SIDE - 16; x++) {
      assertThat((double) amplitude[32 * SIDE + x]).isCloseTo(0.5, within(LEAK));
    }
  }

  @Test
  void aWaveAcrossIsNotSeen() {
    Filter filter = new Filter(4, 1 / 8.0, 0);
    assertThat((double) filter.amplitude(wave(0, 1 / 8.0), SIDE)[32 * SIDE + 32])
        .isCloseTo(0, within(LEAK));
  }

  @Test
  void obliqueWavesAreToldApartByTheirDirection() {
    double wave = StrictMath.sqrt(0.5) / 8;
    Filter filter = new Filter(4, wave, -wave);
    int centre = 32 * SIDE + 32;
    assertThat((double) filter.amplitude(wave(wave, -wave), SIDE)[centre])
        .isCloseTo(0.5, within(LEAK));
    assertThat((double) filter.amplitude(wave(wave, wave), SIDE)[centre])
        .isCloseTo(0, within(LEAK));
  }

  @Test
  void aFilterWithoutAWaveAverages() {
    float[] flat = new float[SIDE * SIDE];
    Arrays.fill(flat, 3);
    for (float value : new Filter(2, 0, 0).amplitude(flat, SIDE)) {
      assertThat((double) value).isCloseTo(3, within(1e-5));
    }
  }

  private static float[] wave(double alongX, double alongY) {
    float[] image = new float[SIDE * SIDE];
    for (int i = 0; i < image.length; i++) {
      image[i] = (float) Math.cos(2 * Math.PI * (alongX * (i % SIDE) + alongY * (i / SIDE)));
    }
    return image;
  }
}
