package io.chiasm.extraction.parity;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.NpyLimits;
import io.chiasm.contracts.tensor.NpyReader;
import io.chiasm.extraction.extract.LoadedNetwork;
import io.chiasm.extraction.extract.NetworkRunner;
import io.chiasm.extraction.image.Interpolation;
import io.chiasm.extraction.preprocess.TorchvisionPreset;
import io.chiasm.extraction.shell.djl.DjlNetworks;
import io.chiasm.networks.OnnxGraph;
import io.chiasm.networks.builtin.BuiltIn;
import io.chiasm.testing.SharedData;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A built-in network in the extractor's engine, from a checkpoint of torch, against torch. */
class EfficientNetB0ParityTest {
  /** Of a layer's standard deviation; for the root mean square of all differences. */
  private static final double ROUND_OFF = 1e-4;

  /**
   * For the largest single difference in the last stages. These weights multiply rounding errors:
   * there torch's own float32 activations differ from its float64 ones by up to 5e-4, and those of
   * two of its versions from each other by 2.5e-4.
   */
  private static final double LARGEST_LATE = 1e-3;

  private static final List<String> LAYERS =
      List.of("features.2", "features.5", "features.8", "classifier.1");

  @Test
  void everyActivationOfEveryLayerEqualsTorchs() throws IOException {
    // Given
    Path file = SharedData.of("networks/efficientnet_b0_seed0.pth");
    OnnxGraph graph = BuiltIn.named("efficientnet_b0").trained(file);
    LoadedNetwork network =
        new LoadedNetwork(
            "b0", graph.tapped(LAYERS), LAYERS, 224, 224, graph.normalisation().orElseThrow());
    FloatTensor images = reference("images");
    // When
    List<FloatTensor> layers;
    try (NetworkRunner runner = new DjlNetworks().open(network)) {
      layers = runner.run(images);
    }
    // Then
    for (int i = 0; i < LAYERS.size(); i++) {
      String name = LAYERS.get(i).startsWith("classifier") ? "logits" : LAYERS.get(i);
      FloatTensor expected = reference(name);
      assertThat(layers.get(i).shape()).isEqualTo(expected.shape());
      double std = std(expected.values());
      float[] difference = difference(layers.get(i).values(), expected.values());
      assertThat(rootMeanSquare(difference)).as(name).isLessThan(ROUND_OFF * std);
      assertThat(largest(difference)).as(name).isLessThan((i < 2 ? ROUND_OFF : LARGEST_LATE) * std);
    }
  }

  @Test
  void publishedPresetsReachThePreprocessing() {
    OnnxGraph graph = BuiltIn.named("mobilenet_v3_small").untrained(0);
    assertThat(TorchvisionPreset.of(graph))
        .isEqualTo(new TorchvisionPreset(256, Interpolation.BILINEAR));
    OnnxGraph b0 = BuiltIn.named("efficientnet_b0").untrained(0);
    assertThat(TorchvisionPreset.of(b0))
        .isEqualTo(new TorchvisionPreset(256, Interpolation.BICUBIC));
  }

  private static FloatTensor reference(String name) throws IOException {
    Path file = SharedData.of("reference/efficientnet_b0_seed0/" + name + ".npy");
    try (InputStream in = Files.newInputStream(file)) {
      return NpyReader.floats(in, name, NpyLimits.STANDARD);
    }
  }

  private static float[] difference(float[] found, float[] expected) {
    float[] difference = found.clone();
    for (int i = 0; i < found.length; i++) {
      difference[i] -= expected[i];
    }
    return difference;
  }

  private static double largest(float[] values) {
    double largest = 0;
    for (float value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  private static double rootMeanSquare(float[] values) {
    double squares = 0;
    for (float value : values) {
      squares += (double) value * value;
    }
    return Math.sqrt(squares / values.length);
  }

  private static double std(float[] values) {
    double sum = 0;
    double squares = 0;
    for (float value : values) {
      sum += value;
      squares += (double) value * value;
    }
    double mean = sum / values.length;
    return Math.sqrt(squares / values.length - mean * mean);
  }
}
