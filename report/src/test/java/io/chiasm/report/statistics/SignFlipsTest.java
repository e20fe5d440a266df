package io.chiasm.report.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

class SignFlipsTest {
  /** Five standard errors of a share of 0.05 among 2^15 patterns drawn. */
  private static final double DRAWING = 0.006;

  @Test
  void twoParticipantsCannotReachMoreThanOneHalf() {
    SignFlips two = new SignFlips(2, 0);
    assertThat(two.least()).isEqualTo(0.5);
    assertThat(two.p(new Sample(List.of(0.1, 0.1)))).isEqualTo(0.5);
    assertThat(two.p(new Sample(List.of(0.1, -0.1)))).isEqualTo(1);
  }

  @Test
  void theSignOfTheEffectDoesNotMatter() {
    SignFlips flips = new SignFlips(6, 0);
    Sample sample = new Sample(List.of(0.3, 0.1, -0.05, 0.2, 0.4, 0.02));
    Sample opposite = new Sample(sample.values().stream().map(value -> -value).toList());
    assertThat(flips.p(opposite)).isEqualTo(flips.p(sample));
  }

  @Test
  void correctingForOneTestChangesNothingAndForMoreNeverHelps() {
    SignFlips flips = new SignFlips(6, 0);
    Sample one = new Sample(List.of(0.3, 0.1, -0.05, 0.2, 0.4, 0.02));
    Sample other = new Sample(List.of(0.1, -0.2, 0.3, 0.1, 0.5, -0.3));
    assertThat(flips.maxStatistic(List.of(one))).containsExactly(flips.p(one));
    assertThat(flips.maxStatistic(List.of(one, other))[0]).isGreaterThanOrEqualTo(flips.p(one));
  }

  @Test
  void equalDifferencesHaveTheLargestStatisticThereIs() {
    SignFlips flips = new SignFlips(5, 0);
    Sample equal = new Sample(List.of(0.1, 0.1, 0.1, 0.1, 0.1));
    assertThat(flips.p(equal)).isEqualTo(flips.least());
    assertThat(flips.maxStatistic(List.of(equal))).containsExactly(flips.least());
    assertThat(flips.p(new Sample(List.of(0.0, 0.0, 0.0, 0.0, 0.0)))).isEqualTo(1);
  }

  /** In tenths; in floating point sums that are equal differ by 1e-17 to 1e-16. */
  @Test
  void sumsThatDifferByRoundingAloneTie() {
    Sample tenth = new Sample(List.of(-0.6, -0.1, 0.7, -0.3, 0.4));
    assertThat(new SignFlips(5, 0).p(tenth)).isEqualTo(1);
    SignFlips flips = new SignFlips(6, 0);
    Sample zero = new Sample(List.of(0.7, -0.3, -0.8, 0.6, -0.4, 0.2));
    assertThat(flips.p(zero)).isEqualTo(1);
    assertThat(flips.maxStatistic(List.of(zero))).containsExactly(1);
  }

  /** Counted in fractions of whole numbers, where nothing is rounded, by Python. */
  @Test
  void correctedPsAreThoseOfExactArithmeticAlsoAtTies() {
    Sample none = new Sample(List.of(0.7, -0.3, -0.8, 0.6, -0.4, 0.2));
    Sample little = new Sample(List.of(0.1, -0.2, 0.3, 0.1, 0.5, -0.3));
    Sample much = new Sample(List.of(0.3, 0.1, -0.1, 0.2, 0.4, 0.1));
    SignFlips flips = new SignFlips(6, 0);
    assertThat(flips.maxStatistic(List.of(none, little, much)))
        .containsExactly(1, 29 / 32.0, 10 / 32.0);
    assertThat(flips.p(little)).isEqualTo(19 / 32.0);
    assertThat(flips.p(much)).isEqualTo(4 / 32.0);
  }

  @Test
  void theUnitOfTheValuesDoesNotMatter() {
    SignFlips flips = new SignFlips(6, 0);
    Sample one = new Sample(List.of(0.3, 0.1, -0.05, 0.2, 0.4, 0.02));
    Sample other = new Sample(List.of(0.1, -0.2, 0.3, 0.1, 0.5, -0.3));
    for (double unit : new double[] {0x1p-40, 0x1p40}) {
      assertThat(flips.p(times(one, unit))).isEqualTo(flips.p(one));
      assertThat(flips.maxStatistic(List.of(one, times(other, unit))))
          .containsExactly(flips.maxStatistic(List.of(one, other)));
    }
  }

  private static Sample times(Sample sample, double unit) {
    return new Sample(sample.values().stream().map(value -> value * unit).toList());
  }

  /** Of 16 coins 12 or more, or 4 or fewer, fall on one side: 2 (1 + 16 + 120 + 560 + 1820). */
  @Test
  void sixteenEqualUnitsAreCoins() {
    List<Double> values = new ArrayList<>(Collections.nCopies(12, 1.0));
    values.addAll(Collections.nCopies(4, -1.0));
    assertThat(new SignFlips(16, 0).p(new Sample(values))).isEqualTo(2 * 2517 / 65_536.0);
  }

  @Test
  void samplesWithoutAnyDifferenceHaveACorrectedPOfOne() {
    Sample none = new Sample(List.of(0.0, 0.0, 0.0));
    assertThat(new SignFlips(3, 0).maxStatistic(List.of(none, none))).containsExactly(1, 1);
  }

  @Test
  void beyondSixteenUnitsPatternsAreDrawnAsNumpyDrawsThem() {
    // Given
    CSVRecord many = ScipyReference.records("many_units.csv").get(0);
    List<Double> values =
        Arrays.stream(many.get("values").split(" ")).map(Double::valueOf).toList();
    // Then
    assertThat(new SignFlips(values.size(), 0).p(new Sample(values)))
        .isEqualTo(ScipyReference.number(many, "p"));
  }

  @Test
  void patternsAreAllVisitedUpToSixteenUnits() {
    assertThat(new SignFlips(16, 0).exact()).isTrue();
    assertThat(new SignFlips(16, 0).least()).isEqualTo(1.0 / (1 << 15));
    assertThat(new SignFlips(17, 0).exact()).isFalse();
    assertThat(new SignFlips(17, 0).least()).isEqualTo(1.0 / (1 << 15));
  }

  @Test
  void manyUnitsAreDrawnAndSaySo() {
    // Given: a normal approximation is good for 40 units
    Random random = new Random(1);
    List<Double> values =
        IntStream.range(0, 40).mapToObj(i -> 0.31 + random.nextGaussian()).toList();
    Sample sample = new Sample(values);
    SignFlips flips = new SignFlips(40, 0);
    // When
    double p = flips.p(sample);
    // Then
    double z = Math.abs(sample.sum()) / Math.sqrt(sample.sumOfSquares());
    assertThat(flips.exact()).isFalse();
    assertThat(p).isCloseTo(twoSided(z), within(DRAWING + 0.01));
  }

  /** Normal tail by integration. */
  private static double twoSided(double z) {
    double step = 1e-4;
    double sum = 0;
    for (double x = z; x < 10; x += step) {
      sum += Math.exp(-x * x / 2) * step;
    }
    return 2 * sum / Math.sqrt(2 * Math.PI);
  }
}
