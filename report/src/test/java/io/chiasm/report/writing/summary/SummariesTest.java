package io.chiasm.report.writing.summary;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.report.results.Condition;
import io.chiasm.report.results.Quantity;
import io.chiasm.report.results.Roi;
import io.chiasm.report.results.StudyOrder;
import io.chiasm.report.results.StudyScores;
import io.chiasm.report.results.Summariser;
import io.chiasm.report.statistics.ContrastResult;
import io.chiasm.report.statistics.StudyStatistics;
import io.chiasm.report.writing.outcome.MadeResults;
import io.chiasm.report.writing.outcome.StudyResults;
import io.chiasm.report.writing.outcome.Warning;
import io.chiasm.report.writing.outcome.WarningKind;
import io.chiasm.report.writing.summary.StudySummary.Result;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SummariesTest {
  private final StudyResults results = MadeResults.complete(3);
  private final StudyScores scores =
      new Summariser(new StudyOrder(results.study()), results.masks())
          .summarise(results.cells(), cell -> {});
  private final List<ContrastResult> tests = StudyStatistics.of(results.study(), scores);

  private final StudySummary summary =
      Summaries.of(
          results,
          scores,
          tests,
          List.of(Warning.of(WarningKind.FEW_STIMULI, "few")),
          List.of("few"));

  @Test
  void everyRoiOfEveryConditionIsThereInTheTablesOrder() {
    assertThat(summary.results())
        .hasSize(scores.conditions().stream().mapToInt(c -> scores.rois(c).size()).sum());
    assertThat(summary.results().get(0).roi()).isEqualTo("all");
    assertThat(summary.participants()).containsExactly("subj01", "subj02", "subj03");
    assertThat(summary.simulated()).isFalse();
    assertThat(summary.warnings()).containsExactly("few");
  }

  @Test
  void numbersAreThoseOfTheTables() {
    Condition condition = scores.conditions().get(1);
    Roi roi = scores.rois(condition).get(2);
    Result shown =
        summary.results().stream()
            .filter(result -> result.network().equals(condition.network()))
            .filter(result -> result.layer().equals(condition.layer()))
            .filter(result -> result.split().equals(condition.split()))
            .filter(result -> result.roi().equals(roi.name()))
            .findFirst()
            .orElseThrow();
    ContrastResult test =
        tests.stream()
            .filter(t -> t.quantity() == Quantity.LATERALISATION && t.roi().equals(roi))
            .filter(t -> t.contrast().label().equals("contra-ipsi"))
            .filter(t -> t.network().equals(condition.network()))
            .filter(t -> t.layer().equals(condition.layer()))
            .filter(t -> t.split().equals(condition.split()))
            .findFirst()
            .orElseThrow();
    assertThat(shown.score())
        .containsEntry("full", scores.spread(condition, roi, Quantity.SCORE_FULL).mean())
        .containsEntry("ipsi", scores.spread(condition, roi, Quantity.SCORE_IPSI).mean());
    StudySummary.Lateralisation lateralisation = Objects.requireNonNull(shown.lateralisation());
    assertThat(lateralisation.n()).isEqualTo(3);
    assertThat(lateralisation.mean()).isEqualTo(test.mean());
    assertThat(lateralisation.ciHigh()).isEqualTo(test.interval().high());
    assertThat(lateralisation.dz()).isEqualTo(test.effect());
    assertThat(lateralisation.pMax()).isEqualTo(test.max().p());
    assertThat(lateralisation.pBh()).isEqualTo(test.bh().p());
  }
}
