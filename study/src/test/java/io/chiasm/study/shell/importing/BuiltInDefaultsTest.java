package io.chiasm.study.shell.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.study.NetworkSource;
import io.chiasm.contracts.study.NetworkSpec;
import io.chiasm.contracts.study.Study;
import io.chiasm.contracts.study.Weights;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.networks.checkpoint.NamedTensor;
import io.chiasm.networks.checkpoint.SafetensorsFile;
import io.chiasm.study.plan.MadeMaterial;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuiltInDefaultsTest {
  private final Path file;

  BuiltInDefaultsTest(@TempDir Path folder) {
    file = folder.resolve("b0.safetensors");
  }

  private Weights filled(Map<String, String> notes) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      SafetensorsFile.write(
          out, List.of(new NamedTensor("weight", FloatTensor.zeros(2, 2), false)), notes);
    }
    return filled();
  }

  private Weights filled() {
    Study made = MadeMaterial.study();
    NetworkSpec network =
        new NetworkSpec(
            "mine",
            new NetworkSource.BuiltIn("efficientnet_b0", file.toString()),
            new Weights.Trained(),
            null,
            null,
            Map.of());
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
    return BuiltInDefaults.fill(study).networks().get(0).weights();
  }

  @Test
  void aFileThatSaysItIsRecalibratedIsAnUntrainedControl() throws IOException {
    Map<String, String> notes =
        Map.of(
            "chiasm.weights", "untrained",
            "chiasm.seed", "3",
            "chiasm.batch_norm", "recalibrated on 256 images");
    assertThat(filled(notes)).isEqualTo(new Weights.Recalibrated(3, 256));
  }

  @Test
  void aFileThatSaysNothingIsTrained() throws IOException {
    assertThat(filled(Map.of("format", "pt"))).isEqualTo(new Weights.Trained());
  }

  @Test
  void aBrokenFileIsNamedWithItsNetwork() throws IOException {
    Files.writeString(file, "no weights, by no means");
    assertThatThrownBy(this::filled)
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("network mine: " + file + ": is neither");
  }
}
