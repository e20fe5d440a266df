package io.chiasm.report.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.study.SplitSpec;
import io.chiasm.contracts.study.Study;
import io.chiasm.report.results.Condition;
import io.chiasm.report.results.MadeStudy;
import io.chiasm.report.results.Roi;
import io.chiasm.report.statistics.Decomposed.Sides;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Against numpy ({@code decomposition.py}), and against what holds of any values. */
class DecompositionTest {
  /** Sums of a few numbers below one, in another order. */
  private static final Offset<Double> ROUNDING = within(1e-12);

  private static final Study STUDY = MadeStudy.study(List.of(MadeLateralisation.NETWORK));
  private static final String V1V = "V1v";

  @Test
  void everyTermIsNumpys() {
    // Given
    List<CSVRecord> expected = ScipyReference.records("decomposition_terms.csv");
    MadeLateralisation made = new MadeLateralisation(List.of(V1V, "hV4"));
    for (CSVRecord row : ScipyReference.records("decomposition_values.csv")) {
      made.put(
          row.get("participant"),
          row.get("hemisphere").equals("lh") ? Hemisphere.LH : Hemisphere.RH,
          row.get("layer"),
          row.get("split"),
          row.get("roi"),
          ScipyReference.number(row, "value"));
    }
    // When
    List<Decomposed> found =
        Decomposition.of(STUDY, made.scores(STUDY)).stream()
            .filter(row -> !row.roi().name().equals("all"))
            .toList();
    // Then
    assertThat(found).hasSameSizeAs(expected);
    for (int i = 0; i < found.size(); i++) {
      agree(found.get(i), expected.get(i));
    }
  }

  private static void agree(Decomposed row, CSVRecord expected) {
    assertThat(row.layer()).isEqualTo(expected.get("layer"));
    assertThat(row.roi().name()).isEqualTo(expected.get("roi"));
    assertThat(row.sides().label()).isEqualTo(expected.get("hemispheres"));
    assertThat(row.term().label()).isEqualTo(expected.get("term"));
    assertThat(row.adds()).as("%s", expected).isEqualTo(expected.get("adds").equals("yes"));
    assertThat(row.n()).isEqualTo(Integer.parseInt(expected.get("n")));
    close(row.mean(), expected, "mean");
    close(row.sd(), expected, "sd");
    close(row.interval().low(), expected, "ci_low");
    close(row.interval().high(), expected, "ci_high");
    close(row.share(), expected, "share");
  }

  private static void close(double value, CSVRecord row, String column) {
    double expected = ScipyReference.number(row, column);
    if (Double.isNaN(expected)) {
      assertThat(value).as("%s of %s", column, row).isNaN();
    } else {
      assertThat(value).as("%s of %s", column, row).isCloseTo(expected, ROUNDING);
    }
  }

  @Test
  void termsAddUpWhateverSplitsThereAre() {
    for (int chosen = 1; chosen < 16; chosen++) {
      Set<LeakSplit> splits = EnumSet.of(LeakSplit.FEATURES);
      for (int i = 0; i < 4; i++) {
        if ((chosen >> i & 1) == 1) {
          splits.add(LeakSplit.values()[i + 1]);
        }
      }
      // When
      List<Decomposed> rows = decomposed(splits, drawn(new Random(chosen)));
      // Then
      for (Sides sides : Sides.values()) {
        double sum =
            rows.stream()
                .filter(row -> row.sides() == sides && row.adds())
                .mapToDouble(Decomposed::mean)
                .sum();
        assertThat(sum)
            .as("%s", splits)
            .isCloseTo(mean(rows, sides, LeakTerm.LATERALISATION), ROUNDING);
      }
    }
  }

  @Test
  void whatCrossesIsReceptiveFieldsGatesAndTheResidual() {
    List<Decomposed> rows = all(drawn(new Random(1)));
    for (Sides sides : Sides.values()) {
      double apart =
          mean(rows, sides, LeakTerm.RECEPTIVE_FIELDS) + mean(rows, sides, LeakTerm.GATES);
      assertThat(mean(rows, sides, LeakTerm.CROSSING_APART)).isCloseTo(apart, ROUNDING);
      assertThat(mean(rows, sides, LeakTerm.CROSSING))
          .isCloseTo(apart + mean(rows, sides, LeakTerm.RESIDUAL), ROUNDING);
    }
  }

  @Test
  void exchangedHemispheresKeepMeansAndTurnDifferencesRound() {
    // Given
    List<Decomposed> rows = all(drawn(new Random(2)));
    // When
    List<Decomposed> exchanged = all((side, split) -> drawn(new Random(2)).of(other(side), split));
    // Then
    for (LeakTerm term : EnumSet.complementOf(EnumSet.of(LeakTerm.REST))) {
      assertThat(mean(exchanged, Sides.MEAN, term))
          .isCloseTo(mean(rows, Sides.MEAN, term), ROUNDING);
      assertThat(mean(exchanged, Sides.DIFFERENCE, term))
          .isCloseTo(-mean(rows, Sides.DIFFERENCE, term), ROUNDING);
    }
  }

  @Test
  void withoutGatesTheirTermIsExactlyZero() {
    // Given: sharing changes nothing
    Values values = drawn(new Random(3));
    List<Decomposed> rows =
        all(
            (side, split) ->
                values.of(side, split == LeakSplit.SHARED_GATES ? LeakSplit.ARCHITECTURE : split));
    // Then
    for (Sides sides : Sides.values()) {
      assertThat(mean(rows, sides, LeakTerm.GATES)).isZero();
    }
  }

  @Test
  void aMirrorImageThatChangesNothingLeavesTheGridNothing() {
    // Given
    Values values = drawn(new Random(4));
    List<Decomposed> rows =
        all(
            (side, split) ->
                values.of(side, split == LeakSplit.MIRRORED ? LeakSplit.FEATURES : split));
    // Then
    for (Sides sides : Sides.values()) {
      assertThat(mean(rows, sides, LeakTerm.GRID)).isZero();
    }
  }

  @Test
  void aGridThatFavoursOneHalfIsInTheDifferenceOnly() {
    // Given: the right half of the map predicts better by 0.125, whatever it shows
    double favour = 0.125;
    List<Decomposed> rows =
        all(
            (side, split) ->
                switch (split) {
                  case MIRRORED -> side == Hemisphere.LH ? -favour : favour;
                  default -> side == Hemisphere.LH ? favour : -favour;
                });
    // Then
    assertThat(mean(rows, Sides.MEAN, LeakTerm.GRID)).isZero();
    assertThat(mean(rows, Sides.DIFFERENCE, LeakTerm.GRID)).isEqualTo(2 * favour);
    assertThat(mean(rows, Sides.DIFFERENCE, LeakTerm.OWN_HALF)).isZero();
  }

  @Test
  void aStudySplitElsewhereHasNothingToTakeApart() {
    MadeLateralisation made = new MadeLateralisation(List.of(V1V));
    for (LeakSplit split : List.of(LeakSplit.FEATURES, LeakSplit.IMAGE)) {
      made.put("subj01", Hemisphere.LH, "late", split.label(), V1V, 0.5);
    }
    Study images =
        new Study(
            STUDY.name(),
            STUDY.dataset(),
            STUDY.networks(),
            STUDY.preprocessing(),
            new SplitSpec(SplitSpec.At.IMAGE, SplitSpec.Midline.EXCLUDE, List.of()),
            STUDY.encoding(),
            STUDY.validation(),
            null,
            null,
            null);
    assertThat(Decomposition.of(STUDY, made.scores(STUDY))).isNotEmpty();
    assertThat(Decomposition.of(images, made.scores(images))).isEmpty();
  }

  @Test
  void oneHemisphereIsItsOwnMeanAndHasNoDifference() {
    // Given
    MadeLateralisation made = new MadeLateralisation(List.of(V1V));
    made.put("subj01", Hemisphere.RH, "late", LeakSplit.FEATURES.label(), V1V, 0.5);
    made.put("subj01", Hemisphere.RH, "late", LeakSplit.IMAGE.label(), V1V, 0.75);
    // When
    List<Decomposed> rows =
        Decomposition.of(STUDY, made.scores(STUDY)).stream()
            .filter(row -> row.roi().name().equals(V1V))
            .toList();
    // Then
    assertThat(rows).isNotEmpty().allMatch(row -> row.sides() == Sides.MEAN && row.n() == 1);
    assertThat(mean(rows, Sides.MEAN, LeakTerm.CROSSING)).isEqualTo(-0.25);
  }

  @Test
  void everyNetworkAndLayerIsTakenApartByItsOwnValues() {
    // Given
    Study two = MadeStudy.study(List.of("trained", "trained-b"));
    MadeLateralisation made = new MadeLateralisation(List.of(V1V));
    double crossing = 0;
    for (String network : List.of("trained", "trained-b")) {
      for (String layer : List.of("early", "late")) {
        crossing += 0.125;
        put(made, network, layer, LeakSplit.FEATURES, 0.5 + crossing);
        put(made, network, layer, LeakSplit.IMAGE, 0.5);
      }
    }
    // When
    List<Decomposed> rows = Decomposition.of(two, made.scores(two));
    // Then
    assertThat(rows)
        .filteredOn(row -> row.term() == LeakTerm.CROSSING && row.roi().name().equals(V1V))
        .extracting(Decomposed::mean)
        .containsExactly(0.125, 0.25, 0.375, 0.5);
  }

  private static void put(
      MadeLateralisation made, String network, String layer, LeakSplit split, double value) {
    Condition condition = new Condition(network, layer, layer, split.label(), "ridge");
    made.put("subj01", Hemisphere.LH, condition, V1V, value);
  }

  @Test
  void aRowHasEveryNumberInItsColumn() {
    Decomposed row =
        new Decomposed(
            "b0",
            "late",
            new Roi("prf-visualrois", V1V),
            Sides.DIFFERENCE,
            LeakTerm.GATES,
            true,
            8,
            0.5,
            0.25,
            new Interval(-0.125, 0.75),
            0.375);
    assertThat(DecompositionTable.of(List.of(row)).rows())
        .containsExactly(
            List.of(
                "b0",
                "late",
                "prf-visualrois",
                V1V,
                "left-right",
                "gates",
                "yes",
                8,
                0.5,
                0.25,
                -0.125,
                0.75,
                0.375));
  }

  @Test
  void withoutAnotherSplitThereIsNothingToTakeApart() {
    assertThat(decomposed(EnumSet.of(LeakSplit.FEATURES), drawn(new Random(5)))).isEmpty();
  }

  /** Of one participant; multiples of 1/1024, so that float32 holds them. */
  private interface Values {
    double of(Hemisphere side, LeakSplit split);
  }

  private static Values drawn(Random random) {
    double[][] drawn = new double[2][LeakSplit.values().length];
    for (double[] side : drawn) {
      for (int i = 0; i < side.length; i++) {
        side[i] = random.nextInt(512) / 1024.0;
      }
    }
    return (side, split) -> drawn[side.ordinal()][split.ordinal()];
  }

  private static Hemisphere other(Hemisphere side) {
    return side == Hemisphere.LH ? Hemisphere.RH : Hemisphere.LH;
  }

  private static List<Decomposed> all(Values values) {
    return decomposed(EnumSet.allOf(LeakSplit.class), values);
  }

  /** Of three participants with the same values, in one ROI. */
  private static List<Decomposed> decomposed(Set<LeakSplit> splits, Values values) {
    MadeLateralisation made = new MadeLateralisation(List.of(V1V));
    for (String participant : List.of("subj01", "subj02", "subj03")) {
      for (Hemisphere side : Hemisphere.values()) {
        for (LeakSplit split : splits) {
          made.put(participant, side, "late", split.label(), V1V, values.of(side, split));
        }
      }
    }
    return Decomposition.of(STUDY, made.scores(STUDY)).stream()
        .filter(row -> row.roi().name().equals(V1V))
        .toList();
  }

  private static double mean(List<Decomposed> rows, Sides sides, LeakTerm term) {
    return rows.stream()
        .filter(row -> row.sides() == sides && row.term() == term)
        .mapToDouble(Decomposed::mean)
        .findFirst()
        .orElseThrow();
  }
}
