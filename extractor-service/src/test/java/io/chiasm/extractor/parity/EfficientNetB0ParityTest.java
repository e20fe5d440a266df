package io.chiasm.extractor.parity;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.NpyLimits;
import io.chiasm.contracts.tensor.NpyReader;
import io.chiasm.extractor.extraction.LoadedNetwork;
import io.chiasm.extractor.extraction.NetworkRunner;
import io.chiasm.extractor.image.Interpolation;
import io.chiasm.extractor.preprocess.TorchvisionPreset;
import io.chiasm.extractor.shell.djl.DjlNetworks;
import io.chiasm.networks.OnnxGraph;
import io.chiasm.networks.builtin.BuiltIn;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A built-in network in the extractor's engine, from a checkpoint of torch, against torch. */
class EfficientNetB0ParityTest {
  /** Of a layer's standard deviation: float32 rounding through 80 layers stays below. */
  private static final double ROUND_OFF = 1e-4;

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
    try (NetworkRunner runner = new DjlNetworks(1).open(network)) {
      layers = runner.run(images);
    }
    // Then
    for (int i = 0; i < LAYERS.size(); i++) {
      String name = LAYERS.get(i).startsWith("classifier") ? "logits" : LAYERS.get(i);
      FloatTensor expected = reference(name);
      assertThat(layers.get(i).shape()).isEqualTo(expected.shape());
      assertThat(largestDifference(layers.get(i).values(), expected.values()))
          .as(name)
          .isLessThan(ROUND_OFF * std(expected.values()));
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

  private static double largestDifference(float[] found, float[] expected) {
    double largest = 0;
    for (int i = 0; i < found.length; i++) {
      largest = Math.max(largest, Math.abs((double) found[i] - expected[i]));
    }
    return largest;
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
