package io.chiasm.report.writing.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.study.NetworkSource;
import io.chiasm.contracts.study.NetworkSpec;
import io.chiasm.contracts.study.Study;
import io.chiasm.contracts.study.Weights;
import io.chiasm.report.results.MadeStudy;
import io.chiasm.report.writing.outcome.MadeResults;
import io.chiasm.report.writing.outcome.Provenance;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NetworksTableTest {
  private static final Weights TRAINED = new Weights.Trained();

  private static NetworkSpec network(NetworkSource source, Weights weights, @Nullable Double acc1) {
    return new NetworkSpec("n", source, weights, null, acc1, Map.of("late", "features.8"));
  }

  private static String row(NetworkSpec network) {
    Study made = MadeStudy.study();
    Study study =
        new Study(
            made.name(),
            made.dataset(),
            List.of(network),
            made.preprocessing(),
            made.split(),
            made.encoding(),
            made.validation(),
            made.semantic(),
            made.surface(),
            made.vertex());
    Provenance whole = MadeResults.complete(1).provenance();
    Provenance provenance =
        new Provenance(
            whole.versions(),
            whole.studyYaml(),
            whole.stimuli(),
            List.of(new Provenance.Network("n", "in words", "ab12")),
            whole.responses(),
            whole.ceilings(),
            whole.seeds(),
            whole.foldsSha256(),
            whole.created());
    String csv =
        new String(NetworksTable.of(study, provenance).csv(), StandardCharsets.UTF_8).strip();
    assertThat(csv.lines())
        .hasSize(2)
        .first()
        .isEqualTo("network,source,weights,seed,epoch,imagenet_acc1,parameters,sha256");
    return csv.lines().skip(1).findFirst().orElseThrow();
  }

  @Test
  void aCheckpointHasItsEpoch() {
    NetworkSource source = new NetworkSource.BuiltIn("efficientnet_b0", "/runs/epoch-30.pth");
    assertThat(row(network(source, TRAINED, null)))
        .isEqualTo("n,efficientnet_b0,epoch-30.pth,NaN,30,NaN,5288548,ab12");
  }

  @Test
  void untrainedWeightsHaveTheirSeed() {
    NetworkSource source = new NetworkSource.BuiltIn("alexnet", "");
    assertThat(row(network(source, new Weights.Untrained(4294967295L), null)))
        .isEqualTo("n,alexnet,untrained,4294967295,NaN,NaN,61100840,ab12");
  }

  @Test
  void recalibratedWeightsAreNotCalledTrained() {
    NetworkSource source = new NetworkSource.BuiltIn("alexnet", "/runs/alex.safetensors");
    assertThat(row(network(source, new Weights.Recalibrated(3, 256), null)))
        .isEqualTo(
            "n,alexnet,untrained with batch norm recalibrated on 256 images,3,NaN,NaN,61100840,ab12");
  }

  @Test
  void aGraphOfTheUsersOwnHasWhatTheStudySays() {
    assertThat(row(network(new NetworkSource.Onnx(Path.of("/my.onnx")), TRAINED, 71.5)))
        .isEqualTo("n,my.onnx,trained,NaN,NaN,71.5,NaN,ab12");
  }
}
