package io.chiasm.report.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.dataset.roi.RoiMask;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

class SummariserTest {
  /** Sums of a dozen float64 numbers below one, in another order than numpy's. */
  private static final double ROUND_OFF = 1e-14;

  private static final StudyOrder ORDER = new StudyOrder(MadeStudy.study());

  @Test
  void meansAndStandardDeviationsAreNumpys() {
    // When
    StudyScores scores = reference(NumpyReference.cells());
    // Then
    for (CSVRecord expected : NumpyReference.records("expected.csv")) {
      Spread spread = spread(scores, expected.get("roi"), expected.get("quantity"));
      assertThat(spread.mean()).isCloseTo(number(expected, "mean"), within(ROUND_OFF));
      assertThat(spread.sd()).isCloseTo(number(expected, "sd"), within(ROUND_OFF));
      assertThat(spread.n()).isEqualTo((int) number(expected, "n"));
    }
  }

  @Test
  void theOrderOfTheCellsDoesNotMatter() {
    // Given
    List<EncodingCell> shuffled = new ArrayList<>(NumpyReference.cells());
    Collections.shuffle(shuffled, new Random(3));
    // When
    byte[] csv = ScoresTable.of(reference(shuffled)).csv();
    // Then
    assertThat(csv).isEqualTo(ScoresTable.of(reference(NumpyReference.cells())).csv());
  }

  @Test
  void everyArrayIsReadOnce() {
    // Given
    float[] values = {0.1f, 0.2f};
    Map<String, float[]> arrays = Map.of("score_contra", values, "score_ipsi", values);
    MadeCell cell = new MadeCell("subj01", Hemisphere.LH, NumpyReference.CONDITION, arrays);
    // When
    new Summariser(ORDER, (p, h) -> List.of())
        .summarise(List.of(cell), seen -> seen.values("score_contra"));
    // Then
    assertThat(cell.reads()).isEqualTo(2);
  }

  @Test
  void aMaskOfAnotherLengthIsRefusedByName() {
    // Given
    RoiMask mask = new RoiMask("streams", Map.of(1, "early"), new int[] {1, 1, 0});
    Summariser summariser = new Summariser(ORDER, (p, h) -> List.of(mask));
    // Then
    assertThatThrownBy(() -> summariser.summarise(NumpyReference.cells(), cell -> {}))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("streams of subj01 lh has 3 vertices, the scores have 11");
  }

  @Test
  void aCellThatComesTwiceIsRefused() {
    // Given
    List<EncodingCell> twice = new ArrayList<>(NumpyReference.cells());
    twice.add(twice.get(0));
    // Then
    assertThatThrownBy(() -> reference(twice)).hasMessageContaining("comes twice");
  }

  @Test
  void conditionsAndRoisComeInTheOrderOfTheStudyAndOfTheVisualHierarchy() {
    // When
    StudyScores scores = MadeStudy.scores(MadeStudy.study(), 1);
    // Then
    assertThat(scores.conditions())
        .extracting(Condition::toString)
        .startsWith(
            "trained · early · features",
            "trained · early · upper-lower",
            "trained · middle · features")
        .hasSize(12);
    assertThat(scores.rois())
        .extracting(Roi::name)
        .startsWith("all", "V1v", "V1d", "V2v", "V2d", "V3v", "V3d", "hV4", "EBA")
        .endsWith("ventral", "lateral", "parietal");
  }

  private static StudyScores reference(List<EncodingCell> cells) {
    return new Summariser(ORDER, (p, h) -> NumpyReference.masks()).summarise(cells, cell -> {});
  }

  private static Spread spread(StudyScores scores, String roi, String quantity) {
    Roi where = roi.equals("all") ? Roi.ALL : new Roi("prf-visualrois", roi);
    Quantity what = Quantity.valueOf(quantity.toUpperCase(Locale.ROOT));
    return scores.spread(NumpyReference.CONDITION, where, what);
  }

  private static double number(CSVRecord record, String column) {
    return Double.parseDouble(record.get(column));
  }
}
