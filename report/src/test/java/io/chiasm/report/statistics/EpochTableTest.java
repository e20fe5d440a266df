package io.chiasm.report.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.study.NetworkDetails;
import io.chiasm.contracts.study.NetworkSpec;
import io.chiasm.contracts.study.Study;
import io.chiasm.contracts.study.TrainingPoint;
import io.chiasm.contracts.study.Weights;
import io.chiasm.report.results.Condition;
import io.chiasm.report.results.EncodingCell;
import io.chiasm.report.results.MadeStudy;
import io.chiasm.report.results.Quantity;
import io.chiasm.report.results.StudyOrder;
import io.chiasm.report.results.StudyScores;
import io.chiasm.report.results.Summariser;
import io.chiasm.report.table.Table;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class EpochTableTest {
  /** Sums of a few numbers below one, taken in another order. */
  private static final double ROUNDING = 1e-12;

  private static final int ACCURACY = 3;
  private static final int LATERALISATION = 9;
  private static final int FROM_FIRST = 12;
  private static final int TO_LAST = 15;

  /** Two untrained-like networks and a trained one: the made trained one is more lateral. */
  private static Study study() {
    Study made = MadeStudy.study(List.of("start", "middle", "trained-end"));
    List<NetworkSpec> networks = new ArrayList<>();
    for (NetworkSpec network : made.networks()) {
      long epoch = networks.size();
      networks.add(
          new NetworkSpec(
              network.name(),
              network.source(),
              new Weights.Trained(),
              null,
              null,
              null,
              network.layers(),
              new NetworkDetails(
                  false, null, new TrainingPoint("s", epoch, epoch == 1 ? 50.0 : null))));
    }
    return made.of(networks);
  }

  private static List<List<Object>> rows(Table table) {
    return table.rows().stream()
        .filter(row -> row.get(4).equals("early") && row.get(7).equals("V1v"))
        .toList();
  }

  private static double number(List<Object> row, int column) {
    return (Double) row.get(column);
  }

  @Test
  void everyCheckpointHasItsMeanAndWhatTrainingBroughtAndBringsYet() {
    // Given
    Study study = study();
    StudyScores scores = MadeStudy.scores(study, 4);
    // When
    List<List<Object>> rows = rows(EpochTable.of(study, scores).orElseThrow());
    // Then
    assertThat(rows)
        .extracting(row -> row.get(1))
        .containsExactly("start", "middle", "trained-end");
    assertThat(number(rows.get(1), ACCURACY)).isEqualTo(50);
    assertThat(number(rows.get(0), ACCURACY)).isNaN();
    double first = number(rows.get(0), LATERALISATION);
    double last = number(rows.get(2), LATERALISATION);
    for (List<Object> row : rows) {
      double here = number(row, LATERALISATION);
      assertThat(number(row, FROM_FIRST)).isCloseTo(here - first, within(ROUNDING));
      assertThat(number(row, TO_LAST)).isCloseTo(last - here, within(ROUNDING));
    }
    assertThat(number(rows.get(2), FROM_FIRST + 1)).as("rise").isPositive();
    assertThat(number(rows.get(2), TO_LAST)).isZero();
  }

  @Test
  @Tag("whole-study")
  void theMeanIsThatOfTheStatistics() {
    Study study = study();
    StudyScores scores = MadeStudy.scores(study, 4);
    List<Object> row = rows(EpochTable.of(study, scores).orElseThrow()).get(2);
    ContrastResult test =
        StudyStatistics.of(study, scores).stream()
            .filter(t -> t.contrast() == Contrast.CONTRA_IPSI && t.roi().name().equals("V1v"))
            .filter(t -> t.quantity() == Quantity.LATERALISATION && t.split().equals("features"))
            .filter(t -> t.network().equals("trained-end") && t.layer().equals("early"))
            .findFirst()
            .orElseThrow();
    assertThat(number(row, LATERALISATION)).isCloseTo(test.mean(), within(ROUNDING));
    assertThat(number(row, LATERALISATION + 1)).isCloseTo(test.interval().low(), within(ROUNDING));
    assertThat(number(row, LATERALISATION + 2)).isCloseTo(test.interval().high(), within(ROUNDING));
  }

  @Test
  void whatTrainingBroughtAtItsEndIsWhatItWasToBringAtItsStart() {
    List<List<Object>> rows =
        rows(EpochTable.of(study(), MadeStudy.scores(study(), 3)).orElseThrow());
    assertThat(rows.get(2).subList(FROM_FIRST, FROM_FIRST + 3))
        .isEqualTo(rows.get(0).subList(TO_LAST, TO_LAST + 3))
        .allMatch(number -> Double.isFinite((Double) number));
    assertThat(rows.get(2).subList(TO_LAST, TO_LAST + 3)).containsOnly(0.0);
    assertThat(rows.get(0).subList(FROM_FIRST, FROM_FIRST + 3)).containsOnly(0.0);
  }

  @Test
  void differencesAreOfTheParticipantsThatHaveBoth() {
    // Given: the fourth one has no encoding of the first checkpoint
    Study study = study();
    List<EncodingCell> cells =
        MadeStudy.cells(study, 4).stream()
            .filter(
                cell ->
                    !cell.condition().network().equals("start")
                        || !cell.participant().value().equals("subj04"))
            .toList();
    StudyScores uneven =
        new Summariser(new StudyOrder(study), MadeStudy::masks).summarise(cells, cell -> {});
    // When
    List<Object> row = rows(EpochTable.of(study, uneven).orElseThrow()).get(1);
    List<Object> ofFour =
        rows(EpochTable.of(study, MadeStudy.scores(study, 4)).orElseThrow()).get(1);
    List<Object> ofThree =
        rows(EpochTable.of(study, MadeStudy.scores(study, 3)).orElseThrow()).get(1);
    // Then
    assertThat(row.get(LATERALISATION - 1)).isEqualTo(4);
    assertThat(row.subList(0, FROM_FIRST)).isEqualTo(ofFour.subList(0, FROM_FIRST));
    assertThat(row.subList(FROM_FIRST, TO_LAST)).isEqualTo(ofThree.subList(FROM_FIRST, TO_LAST));
    assertThat(row.subList(TO_LAST, row.size())).isEqualTo(ofFour.subList(TO_LAST, row.size()));
  }

  @Test
  void aRowIsOfItsOwnLayerAndOnlyOfCheckpointsThatHaveTheRoi() {
    // Given
    Study study = study();
    MadeLateralisation made = new MadeLateralisation(List.of("V1v"));
    double[] early = {0.125, Double.NaN, 0.5};
    for (int i = 0; i < early.length; i++) {
      String network = study.networks().get(i).name();
      made.put("subj01", Hemisphere.LH, condition(network, "early"), "V1v", early[i]);
      made.put("subj01", Hemisphere.LH, condition(network, "late"), "V1v", 0.75);
    }
    // When
    List<List<Object>> rows = rows(EpochTable.of(study, made.scores(study)).orElseThrow());
    // Then
    assertThat(rows).extracting(row -> row.get(1)).containsExactly("start", "trained-end");
    assertThat(rows).extracting(row -> row.get(LATERALISATION)).containsExactly(0.125, 0.5);
    assertThat(rows).extracting(row -> row.get(FROM_FIRST)).containsExactly(0.0, 0.375);
    assertThat(rows).extracting(row -> row.get(TO_LAST)).containsExactly(0.375, 0.0);
  }

  private static Condition condition(String network, String layer) {
    return new Condition(network, layer, layer, "features", "ridge");
  }

  @Test
  void twoParticipantsHaveNoInterval() {
    Study study = study();
    List<Object> row = rows(EpochTable.of(study, MadeStudy.scores(study, 2)).orElseThrow()).get(2);
    assertThat(number(row, FROM_FIRST)).isFinite();
    assertThat(number(row, FROM_FIRST + 1)).isNaN();
  }

  @Test
  void aStudyWithoutASeriesHasNoTable() {
    Study study = MadeStudy.study();
    assertThat(EpochTable.of(study, MadeStudy.scores(study, 2))).isEmpty();
  }
}
