package io.chiasm.report.writing.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.study.NetworkSource;
import io.chiasm.contracts.study.NetworkSpec;
import io.chiasm.contracts.study.Study;
import io.chiasm.contracts.study.Weights;
import io.chiasm.report.results.LeftOut;
import io.chiasm.report.results.MadeStudy;
import io.chiasm.report.results.NetworkInventory;
import io.chiasm.report.writing.outcome.MadeResults;
import io.chiasm.report.writing.outcome.StudyResults;
import io.chiasm.report.writing.outcome.Warning;
import io.chiasm.report.writing.outcome.WarningKind;
import io.chiasm.report.writing.outcome.WarningPlace;
import io.chiasm.report.writing.warning.WarningSentences;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetadataTableTest {
  private static final LeftOut GONE =
      new LeftOut(
          new NetworkSpec(
              "gone",
              new NetworkSource.Onnx(Path.of("/nets/Alpha2_x.onnx")),
              new Weights.Trained(),
              null,
              70.5,
              Map.of()),
          "its file is missing");

  private static StudyResults results(Study study, NetworkInventory inventory) {
    StudyResults made = MadeResults.complete(1);
    return new StudyResults(
        study,
        made.cells(),
        made.masks(),
        made.surfaces(),
        made.ceilings(),
        made.geometry(),
        made.callosal(),
        inventory,
        made.vertex(),
        made.failures(),
        made.warnings(),
        made.foldsCsv(),
        made.provenance());
  }

  @Test
  void aStudyOfFewNetworksHasNone() {
    assertThat(MetadataTable.isOf(results(MadeStudy.study(), NetworkInventory.NONE))).isFalse();
  }

  @Test
  void aStudyOfThreeKnownAccuraciesHasOne() {
    Study study = MadeStudy.study(List.of("trained", "trained-b", "trained-c"));
    assertThat(MetadataTable.isOf(results(study, NetworkInventory.NONE))).isTrue();
  }

  @Test
  void whatIsLeftOutStandsLastWithTheReason() {
    // Given
    NetworkInventory inventory = new NetworkInventory(Map.of("trained", 5288548L), List.of(GONE));
    StudyResults results = results(MadeStudy.study(), inventory);
    // When
    String csv = new String(MetadataTable.of(results).csv(), StandardCharsets.UTF_8);
    // Then
    assertThat(MetadataTable.isOf(results)).isTrue();
    assertThat(csv.lines())
        .containsExactly(
            "network,family,source,imagenet_acc1,parameters,layers,used,reason",
            "trained,efficientnet,efficientnet_b0,77.692,5288548,"
                + "\"early: features.2, middle: features.5, late: features.8\",yes,",
            "untrained-0,efficientnet,efficientnet_b0,NaN,NaN,"
                + "\"early: features.2, middle: features.5, late: features.8\",yes,",
            "gone,alpha,Alpha2_x.onnx,70.5,NaN,,no,network gone: its file is missing");
  }

  @Test
  void theWarningNamesIt() {
    Warning warning =
        new Warning(
            WarningKind.NETWORK_LEFT_OUT, WarningPlace.ofNetwork("gone"), 0, 0, GONE.sentence());
    assertThat(WarningSentences.of(MadeResults.complete(1), List.of(warning)))
        .containsExactly("Left out of the study: network gone: its file is missing");
  }
}
