package io.chiasm.report.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.study.Study;
import io.chiasm.report.results.MadeStudy;
import io.chiasm.report.results.Quantity;
import io.chiasm.report.results.Roi;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Computes whole studies, which takes seconds: too long for each of many mutants. */
@Tag("whole-study")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StudyStatisticsTest {
  private static final Study STUDY = MadeStudy.study();
  private static final Roi V1V = new Roi("prf-visualrois", "V1v");

  private final List<ContrastResult> eight = StudyStatistics.of(STUDY, MadeStudy.scores(STUDY, 8));

  @Test
  void aPlantedLateralisationReachesTheLeastPThatEightParticipantsAllow() {
    ContrastResult test = only(eight, Contrast.CONTRA_IPSI, "trained", "early");
    assertThat(test.n()).isEqualTo(8);
    assertThat(test.p()).isEqualTo(2.0 / 256).isEqualTo(test.pLeast());
    assertThat(test.interval().low()).isPositive();
    assertThat(test.max().p()).isGreaterThanOrEqualTo(test.p());
    assertThat(test.bh().tests()).isEqualTo(3 * test.max().tests() + 3 * incomplete());
  }

  @Test
  void layersAndTrainingAreComparedWithinParticipants() {
    assertThat(only(eight, Contrast.LAYERS, "trained", "early − late").mean()).isPositive();
    assertThat(only(eight, Contrast.TRAINED_UNTRAINED, "trained − untrained-0", "early").mean())
        .isPositive();
  }

  @Test
  void recalibratedNetworksAreAControlOfTheirOwn() {
    // Given
    Study study = MadeStudy.study(List.of("trained", "untrained-0", "recalibrated", "untrained-1"));
    // When
    List<ContrastResult> tests = StudyStatistics.of(study, MadeStudy.scores(study, 2));
    // Then
    assertThat(tests)
        .filteredOn(t -> t.contrast() == Contrast.TRAINED_UNTRAINED)
        .extracting(ContrastResult::network)
        .containsOnly("trained − untrained (2 seeds)", "trained − recalibrated");
  }

  @Test
  void hemispheresAreComparedOnlyWhereAParticipantHasBoth() {
    assertThat(eight)
        .filteredOn(t -> t.contrast() == Contrast.HEMISPHERES && t.roi().name().equals("FBA-2"))
        .isNotEmpty()
        .allMatch(test -> test.n() == 7);
  }

  @Test
  void withoutThreeAccuraciesThereIsNoCorrelation() {
    assertThat(eight).noneMatch(test -> test.contrast() == Contrast.ACCURACY);
  }

  @Test
  void severalTrainedNetworksAreCorrelatedWithTheirAccuracy() {
    // Given
    Study study = MadeStudy.study(List.of("trained", "trained-b", "trained-c"));
    // When
    List<ContrastResult> tests = StudyStatistics.of(study, MadeStudy.scores(study, 2));
    // Then: the made accuracies are all equal, so there is no rank to correlate
    assertThat(tests)
        .filteredOn(test -> test.contrast() == Contrast.ACCURACY)
        .isNotEmpty()
        .allMatch(test -> test.n() == 3 && Double.isNaN(test.p()));
  }

  @Test
  void oneParticipantHasAMeanButNoP() {
    // When
    List<ContrastResult> one = StudyStatistics.of(STUDY, MadeStudy.scores(STUDY, 1));
    // Then
    assertThat(one)
        .isNotEmpty()
        .allSatisfy(
            test -> {
              assertThat(test.mean()).isFinite();
              assertThat(List.of(test.sd(), test.p(), test.interval().low(), test.max().p()))
                  .allMatch(value -> Double.isNaN(value));
            });
  }

  @Test
  void theTableHasARowPerTestAndIsTheSameEveryTime() {
    String csv = new String(StatisticsTable.of(eight).csv(), StandardCharsets.UTF_8);
    assertThat(csv.lines()).hasSize(1 + eight.size());
    assertThat(StudyStatistics.of(STUDY, MadeStudy.scores(STUDY, 8))).isEqualTo(eight);
  }

  /** ROIs of one panel that subj03 lacks, which are tested but not among the maxima. */
  private int incomplete() {
    return (int)
        eight.stream()
            .filter(t -> t.contrast() == Contrast.CONTRA_IPSI && t.network().equals("trained"))
            .filter(t -> t.layer().equals("early") && t.split().equals("features"))
            .filter(t -> t.quantity() == Quantity.LATERALISATION && t.max().tests() == 0)
            .count();
  }

  private static ContrastResult only(
      List<ContrastResult> tests, Contrast contrast, String network, String layer) {
    List<ContrastResult> found =
        tests.stream()
            .filter(t -> t.contrast() == contrast && t.roi().equals(V1V))
            .filter(t -> t.quantity() == Quantity.LATERALISATION)
            .filter(t -> t.network().equals(network) && t.layer().equals(layer))
            .filter(t -> t.split().equals("features"))
            .toList();
    assertThat(found).hasSize(1);
    return found.get(0);
  }
}
