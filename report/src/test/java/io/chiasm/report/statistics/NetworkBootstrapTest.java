package io.chiasm.report.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVRecord;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Correlations across networks, against scipy and numpy ({@code across_networks.py}) and laws. */
class NetworkBootstrapTest {
  /** Sums of nine ranks and of five values below one, taken in another order. */
  private static final Offset<Double> ROUNDING = within(1e-12);

  /** Five standard errors of a share of 0.035 among 10^5 orders drawn. */
  private static final double DRAWING = 0.003;

  private static final int PARTICIPANTS = 5;
  private static final CSVRecord EXPECTED =
      ScipyReference.records("across_networks_expected.csv").get(0);

  private static NetworkSample sample() {
    return new NetworkSample(
        ScipyReference.records("across_networks.csv").stream()
            .map(
                row ->
                    new NetworkSample.Member(
                        ScipyReference.number(row, "acc1"),
                        ScipyReference.number(row, "parameters"),
                        IntStream.rangeClosed(1, PARTICIPANTS)
                            .mapToObj(i -> ScipyReference.number(row, "subj0" + i))
                            .toList()))
            .toList());
  }

  private static double expected(String column) {
    return ScipyReference.number(EXPECTED, column);
  }

  @Test
  void rhoAndItsIntervalOverParticipantsAndNetworksAreScipys() {
    // When
    NetworkSample sample = sample();
    Interval interval =
        new NetworkBootstrap(0).interval(sample, (acc, values, held) -> Ranks.rho(acc, values));
    // Then
    assertThat(Ranks.rho(sample.accuracy(), sample.means())).isCloseTo(expected("rho"), ROUNDING);
    assertThat(interval.low()).isCloseTo(expected("ci_low"), ROUNDING);
    assertThat(interval.high()).isCloseTo(expected("ci_high"), ROUNDING);
  }

  @Test
  void partialRhoIsTheCorrelationOfWhatLeastSquaresOnParametersLeaves() {
    // When
    NetworkSample held = sample().held();
    Interval interval = new NetworkBootstrap(0).interval(held, Ranks::partialRho);
    // Then
    assertThat(Ranks.partialRho(held.accuracy(), held.means(), held.parameters()))
        .isCloseTo(expected("partial_rho"), ROUNDING);
    assertThat(interval.low()).isCloseTo(expected("partial_ci_low"), ROUNDING);
    assertThat(interval.high()).isCloseTo(expected("partial_ci_high"), ROUNDING);
  }

  @Test
  void pOfManyNetworksIsThatOfTheOrdersThatNumpyDraws() {
    // Given
    NetworkSample sample = sample();
    Spearman spearman = new Spearman(sample.accuracy(), sample.means());
    // Then
    assertThat(spearman.exact()).isFalse();
    assertThat(spearman.p(0)).isEqualTo(expected("p_drawn"));
    assertThat(spearman.p(0)).isCloseTo(expected("p_all"), within(DRAWING));
  }

  @Test
  void theLeastPIsAnOrderAndItsReverse() {
    assertThat(ascending(3).least()).isEqualTo(2.0 / 6).isEqualTo(ascending(3).p(0));
    assertThat(ascending(8).least()).isEqualTo(2.0 / 40_320).isEqualTo(ascending(8).p(0));
    assertThat(ascending(8).exact()).isTrue();
    assertThat(ascending(9).least()).isEqualTo(1.0 / 100_000);
  }

  @Test
  void twoNetworksHaveNoP() {
    assertThat(ascending(2).p(0)).isNaN();
  }

  private static Spearman ascending(int pairs) {
    double[] values = IntStream.range(0, pairs).mapToDouble(i -> i).toArray();
    return new Spearman(values, values);
  }

  @Test
  void fiveNetworksHaveAnIntervalUnlessTheyAreAllAlike() {
    NetworkBootstrap bootstrap = new NetworkBootstrap(0);
    List<NetworkSample.Member> five =
        IntStream.range(0, 5).mapToObj(i -> member(i, Math.sin(i))).toList();
    List<NetworkSample.Member> alike = five.stream().map(m -> member(m.accuracy(), 0.5)).toList();
    assertThat(bootstrap.interval(new NetworkSample(five), (a, v, h) -> Ranks.rho(a, v)).low())
        .isFinite();
    assertThat(bootstrap.interval(new NetworkSample(alike), (a, v, h) -> Ranks.rho(a, v)))
        .isEqualTo(Interval.NONE);
  }

  @Test
  void fourNetworksHaveNoInterval() {
    NetworkSample four =
        new NetworkSample(List.of(member(1, 0.1), member(2, 0.2), member(3, 0.3), member(4, 0.4)));
    assertThat(new NetworkBootstrap(0).interval(four, (a, v, h) -> Ranks.rho(a, v)))
        .isEqualTo(Interval.NONE);
  }

  @Test
  void oneParticipantsIntervalIsThatOverNetworksAlone() {
    NetworkSample one =
        new NetworkSample(IntStream.range(0, 9).mapToObj(i -> member(i, Math.sin(i))).toList());
    NetworkSample twice =
        new NetworkSample(
            IntStream.range(0, 9)
                .mapToObj(i -> new NetworkSample.Member(i, 1, List.of(Math.sin(i), Math.sin(i))))
                .toList());
    NetworkBootstrap bootstrap = new NetworkBootstrap(0);
    assertThat(bootstrap.interval(one, (a, v, h) -> Ranks.rho(a, v)))
        .isEqualTo(bootstrap.interval(twice, (a, v, h) -> Ranks.rho(a, v)));
  }

  @Test
  void ranksKnowNoScaleSoParametersAndTheirLogarithmAreHeldAlike() {
    double[] x = made(1);
    double[] y = made(2);
    double[] z = made(3);
    double[] log = Arrays.stream(z).map(v -> Math.log10(1 + v)).toArray();
    assertThat(Ranks.partialRho(x, y, log)).isEqualTo(Ranks.partialRho(x, y, z));
    assertThat(Ranks.rho(x, log)).isEqualTo(Ranks.rho(x, z));
  }

  @Test
  void partialRhoIsSymmetricAndTurnsWithItsSides() {
    double[] x = made(4);
    double[] y = made(5);
    double[] z = made(6);
    double[] turned = Arrays.stream(y).map(v -> -v).toArray();
    double partial = Ranks.partialRho(x, y, z);
    assertThat(Ranks.partialRho(y, x, z)).isCloseTo(partial, ROUNDING);
    assertThat(Ranks.partialRho(x, turned, z)).isCloseTo(-partial, ROUNDING);
    assertThat(partial).isBetween(-1.0, 1.0);
  }

  @Test
  void whatTheParametersTellExactlyHasNoPartialRho() {
    double[] x = made(7);
    double[] four = {1, 2, 3, 4};
    // Ranks correlate by 0.8, 0.6 and 0.8.
    assertThat(Ranks.partialRho(four, new double[] {1, 2, 4, 3}, new double[] {2, 1, 4, 3}))
        .isCloseTo((0.8 - 0.6 * 0.8) / Math.sqrt(0.64 * 0.36), ROUNDING);
    assertThat(Ranks.partialRho(x, made(8), x)).isNaN();
    assertThat(Ranks.partialRho(new double[] {1, 2, 3}, new double[] {3, 1, 2}, made(9))).isNaN();
  }

  @Test
  void tiesShareTheirMeanRank() {
    assertThat(Ranks.of(new double[] {3, 1, 3, 2, 3})).containsExactly(4, 1, 4, 2, 4);
  }

  @Test
  void aConstantSideHasNoRho() {
    assertThat(Ranks.rho(new double[] {1, 1, 1}, new double[] {1, 2, 3})).isNaN();
  }

  private static NetworkSample.Member member(double accuracy, double value) {
    return new NetworkSample.Member(accuracy, 1, List.of(value));
  }

  private static double[] made(long seed) {
    return new Random(seed).doubles(12).toArray();
  }
}
