package io.chiasm.report.writing.warning;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.report.results.MadeStudy;
import io.chiasm.report.writing.ResultsWriter;
import io.chiasm.report.writing.outcome.MadeResults;
import io.chiasm.report.writing.outcome.StudyResults;
import io.chiasm.report.writing.outcome.Warning;
import io.chiasm.report.writing.outcome.WarningKind;
import io.chiasm.report.writing.size.WritingWatch;
import java.util.List;
import org.junit.jupiter.api.Test;

class StudyWarningsTest {
  @Test
  void artefactsAndSmallNumbersAreNamed() {
    // Given
    StudyResults results = MadeResults.complete(4);
    // When
    List<Warning> warnings = StudyWarnings.of(results, MadeStudy.scores(results.study(), 4));
    // Then
    assertThat(WarningSentences.of(results, warnings))
        .anyMatch(w -> w.contains("with 4, no two-sided sign-flip p can be below 0.125"))
        .anyMatch(w -> w.contains("full model predicts worse than the contralateral one"))
        .anyMatch(w -> w.contains("aTL-faces (6 of 8)") && w.contains("FBA-2 (7 of 8)"))
        .anyMatch(w -> w.contains("never strictly unilateral"))
        .noneMatch(w -> w.startsWith("Few stimuli"));
    assertThat(warnings)
        .filteredOn(w -> w.kind() == WarningKind.MISSING_ROI)
        .hasSize(3)
        .allMatch(w -> !w.place().participant().isEmpty() && !w.place().hemisphere().isEmpty());
  }

  @Test
  void aSimulatedDataSetIsSaidFirst() {
    // Given
    StudyResults results =
        MadeResults.of(
            MadeStudy.study(), 1, List.of(), List.of(StudyResults.SIMULATED), MadeResults.CREATED);
    // When
    java.util.Map<String, byte[]> files = new java.util.LinkedHashMap<>();
    new ResultsWriter(
            (out, tensor) -> {},
            provenance -> new byte[0],
            summary -> new byte[0],
            (context, crate) -> new byte[0])
        .write(results, files::put, WritingWatch.NOBODY);
    // Then
    String html =
        new String(
            java.util.Objects.requireNonNull(files.get("report.html")),
            java.nio.charset.StandardCharsets.UTF_8);
    assertThat(html.indexOf("The responses are simulated")).isBetween(0, html.indexOf("<table"));
    assertThat(html).contains("The study names no surface");
  }
}
