package io.chiasm.local.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chiasm.encoding.work.Resources;
import io.chiasm.report.statistics.Sample;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Made responses through the encoding models of studies. */
class MadeParticipantsTest {
  private static final Resources RESOURCES =
      new Resources(2, 256L << 20, Path.of(System.getProperty("java.io.tmpdir")));

  /** A mean of 24 participants lies this many standard errors away once in 15,000 times. */
  private static final double FAR = 4;

  /**
   * With 600 stimuli and 6 features a score is below its ceiling by about 6 / 540 of itself, and a
   * sum of 54 correlated held-out pairs is rounder than their population by a percent or two.
   */
  private static final double ESTIMATION = 0.03;

  @Test
  void plantedLateralisationIsMeasured() {
    EncodingDesign design = new EncodingDesign(600, 3, 6, 0.3, 10, 5);
    MadeParticipants made = new MadeParticipants(design, Ceilings.of(List.of(0.81)));
    double[][] measured = made.lateralisation(RESOURCES, line -> {});
    assertThat(made.most()).isCloseTo(0.9 * 0.7, within(1e-12));
    for (int level = 0; level < MadeParticipants.LEVELS; level++) {
      Sample sample = new Sample(Arrays.stream(measured[level]).boxed().toList());
      double planted = level * made.most() / (MadeParticipants.LEVELS - 1);
      double chance = FAR * sample.sd() / Math.sqrt(sample.n());
      double bias = level == 0 ? 0 : ESTIMATION;
      assertThat(sample.mean()).as("level %d", level).isCloseTo(planted, within(chance + bias));
    }
  }

  @Test
  void theSeedDeterminesEverything() {
    assertThat(small(1)).isDeepEqualTo(small(1));
    assertThat(small(1)[0]).isNotEqualTo(small(2)[0]);
  }

  private static double[][] small(long seed) {
    EncodingDesign design = new EncodingDesign(40, 1, 4, 0.3, 4, seed);
    return new MadeParticipants(design, Ceilings.of(List.of(0.4, 0.6)))
        .lateralisation(RESOURCES, line -> {});
  }
}
