package io.chiasm.aggregator.shell.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.aggregator.shell.study.StudiesBench;
import io.chiasm.report.results.NetworkInventory;
import io.chiasm.report.writing.outcome.Provenance;
import io.chiasm.study.plan.MadeMaterial;
import io.chiasm.study.shell.importing.Imported;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProvenanceRecordTest {
  @Test
  void itSaysHowWeightsWereFoundInTheirFile() {
    // Given
    Imported made = StudiesBench.imported();
    Imported imported =
        new Imported(
            made.material(),
            made.folds(),
            made.rois(),
            made.fsaverage(),
            made.ceilings(),
            made.ceilingFiles(),
            made.geometry(),
            List.of(),
            NetworkInventory.NONE,
            Map.of("trained", List.of("the set 'model' is taken", "'module.' is seen through")),
            made.extents(),
            made.warnings());
    // When
    Provenance provenance =
        new ProvenanceRecord(Instant.EPOCH).of(MadeMaterial.studyOfBuiltIns(), imported);
    // Then
    assertThat(provenance.networks())
        .extracting(Provenance.Network::weights)
        .containsExactly(
            "efficientnet_b0, IMAGENET1K_V1; the set 'model' is taken; 'module.' is seen through",
            "efficientnet_b0, untrained(0)");
  }
}
