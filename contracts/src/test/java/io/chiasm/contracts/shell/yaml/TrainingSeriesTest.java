package io.chiasm.contracts.shell.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.study.Epoch;
import io.chiasm.contracts.study.NetworkSpec;
import io.chiasm.contracts.study.Study;
import io.chiasm.contracts.study.TrainingPoint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checkpoints of one training in a study file. */
class TrainingSeriesTest {
  private Path base = Path.of("");

  @BeforeEach
  void fill(@TempDir Path folder) throws IOException {
    base = StudyFolder.in(folder);
  }

  private Study study(String... entries) {
    String text =
        "study: half\ndataset: {algonauts: data}\nnetworks:\n  - " + String.join("\n  - ", entries);
    return StudyFile.parse(text + "\n", "study.yaml", base);
  }

  private static List<TrainingPoint> points(Study study) {
    return study.networks().stream().map(network -> network.details().point()).toList();
  }

  @Test
  void onnxCheckpointsAreASeriesWithEpochsByTheirNames() {
    Study study =
        study("{name: small, checkpoints: 'steps/epoch-*.onnx', accuracy: {epoch-2: 33.5}}");
    assertThat(study.networks())
        .extracting(NetworkSpec::name)
        .containsExactly("small-epoch-2", "small-epoch-10");
    assertThat(points(study))
        .containsExactly(new TrainingPoint("small", 2, 33.5), new TrainingPoint("small", 10, null));
    assertThat(Epoch.of(study.networks().get(1))).hasValue(10);
  }

  @Test
  void weightsOfWhichTheAccuracyIsKnownAreOneToo() {
    assertThat(
            points(
                study(
                    "{architecture: mnasnet1_0, checkpoints: 'runs/epoch-*.pth',"
                        + " accuracy: {epoch-9: 60}}")))
        .containsExactly(
            new TrainingPoint("mnasnet1_0", 1, null),
            new TrainingPoint("mnasnet1_0", 9, 60.0),
            new TrainingPoint("mnasnet1_0", 10, null));
  }

  @Test
  void withoutAccuracyWeightsAreLeftToTheirNamesAsBefore() {
    Study study = study("{architecture: mnasnet1_0, checkpoints: 'runs/epoch-*.pth'}");
    assertThat(points(study)).containsOnlyNulls();
    assertThat(StudyFile.write(study)).doesNotContain("series").doesNotContain("epoch: ");
  }

  @Test
  void singleNetworksMayNameTheirPlaceAndReadBackAsWritten() {
    Study study =
        study(
            "{name: a, onnx: network.onnx, series: mine, epoch: 0, accuracy: 0.1}",
            "{name: b, onnx: other.onnx, series: mine, epoch: 90}");
    assertThat(points(study))
        .containsExactly(new TrainingPoint("mine", 0, 0.1), new TrainingPoint("mine", 90, null));
    assertThat(StudyFile.parse(StudyFile.write(study), "written.yaml", Path.of("/")))
        .isEqualTo(study);
  }
}
