package io.chiasm.dataset.algonauts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.ParticipantId;
import io.chiasm.testing.SharedData;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** On a larger data set in the published layout, with links and mixed integer types. */
class AlgonautsSimTest {
  @Test
  void theSharedDataSetIsWithoutDefects() {
    Path folder = SharedData.of("algonauts_sim");
    DatasetReport report = AlgonautsDataset.check(folder, List.of(), CheckDepth.FULL);
    assertThat(report.errors()).isEmpty();
    assertThat(report.warnings()).isEmpty();
    assertThat(report.sharedStimuli()).isEqualTo(200);
    assertThat(report.participants())
        .extracting(
            ParticipantSummary::participant,
            ParticipantSummary::stimuli,
            ParticipantSummary::testImages,
            ParticipantSummary::lhVertices,
            ParticipantSummary::rhVertices)
        .containsExactly(
            tuple("subj01", 214, 10, 1200, 1200),
            tuple("subj02", 214, 10, 1200, 1200),
            tuple("subj03", 214, 10, 1193, 1189),
            tuple("subj04", 214, 10, 1197, 1195));
  }

  @Test
  void verticesLieWhereTheTruthSays() {
    Path folder = SharedData.of("algonauts_sim");
    AlgonautsDataset dataset = AlgonautsDataset.open(folder, List.of("subj01"));
    ParticipantId participant = dataset.participants().get(0);
    Path truth = folder.resolve("truth/subj01/rh.fsaverage_vertex.npy");
    assertThat(dataset.vertexToFsaverage(participant, Hemisphere.RH))
        .contains(IntegerMask.read(truth, 1200, "vertex"));
  }
}
