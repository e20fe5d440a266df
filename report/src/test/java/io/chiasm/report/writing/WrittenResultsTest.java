package io.chiasm.report.writing;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.brain.ParticipantHemisphere;
import io.chiasm.contracts.tensor.NpyWriter;
import io.chiasm.report.comparison.FinishedStudy;
import io.chiasm.report.results.MadeStudy;
import io.chiasm.report.results.Quantity;
import io.chiasm.report.results.RoiScores;
import io.chiasm.report.results.ScoresTable;
import io.chiasm.report.shell.comparison.ResultsReading;
import io.chiasm.report.shell.json.CrateJson;
import io.chiasm.report.shell.json.ProvenanceJson;
import io.chiasm.report.shell.json.SummaryJson;
import io.chiasm.report.writing.outcome.FailedTask;
import io.chiasm.report.writing.outcome.MadeResults;
import io.chiasm.report.writing.outcome.StudyResults;
import io.chiasm.report.writing.size.WritingWatch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a study's results folder holds is what a comparison reads. */
class WrittenResultsTest {
  @Test
  void aFolderOfResultsIsReadBack(@TempDir Path folder) {
    // Given
    StudyResults results =
        MadeResults.of(
            MadeStudy.study(),
            2,
            List.of(new FailedTask("one", "the disk is gone")),
            List.of(StudyResults.SIMULATED),
            MadeResults.CREATED);
    new ResultsWriter(NpyWriter::write, new ProvenanceJson(), new SummaryJson(), new CrateJson())
        .write(results, (path, content) -> put(folder.resolve(path), content), WritingWatch.NOBODY);
    // When
    FinishedStudy study = ResultsReading.read(folder);
    // Then
    assertThat(study.name()).isEqualTo("made");
    assertThat(study.keys()).containsEntry("encoding.regression", "ridge");
    assertThat(study.failed()).isEqualTo(1);
    assertThat(study.remarks()).containsExactly(StudyResults.SIMULATED.sentence());
    assertThat(study.inputs().stimuli()).isEqualTo(872);
    assertThat(study.inputs().responses().keySet())
        .extracting(ParticipantHemisphere::toString)
        .contains("subj01 lh", "subj02 rh");
    assertThat(ScoresTable.of(study.scores()).csv())
        .isEqualTo(ScoresTable.of(MadeStudy.scores(MadeStudy.study(), 2)).csv());
    RoiScores row = study.scores().rows().get(0);
    assertThat(
            study
                .vertices()
                .values(
                    row.participant(), row.hemisphere(), row.condition(), Quantity.LATERALISATION))
        .hasValueSatisfying(values -> assertThat(values).hasSizeGreaterThan(300));
    assertThat(study.maps().of(row.participant(), row.condition())).isEmpty();
  }

  private static void put(Path file, byte[] content) {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
