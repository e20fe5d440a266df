package io.chiasm.networks.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.Shape;
import io.chiasm.networks.OnnxGraph;
import io.chiasm.networks.Running;
import io.chiasm.networks.family.Architecture;
import io.chiasm.networks.family.Architectures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Against torch's own activations; {@code make_parity.py} beside them made them. By default one
 * network of every family; {@code -Dchiasm.parity=all} runs all of them, in minutes, and {@code
 * -Dchiasm.parity=NAME} one.
 */
class TorchParityTest {
  private static final List<String> ONE_EACH =
      List.of(
          "efficientnet_b0",
          "efficientnet_b5",
          "efficientnet_v2_s",
          "mobilenet_v2",
          "mobilenet_v3_small",
          "mobilenet_v3_large",
          "mnasnet0_5",
          "alexnet",
          "convnext_tiny",
          "densenet121",
          "googlenet",
          "inception_v3");

  static Stream<String> architectures() {
    String wanted = System.getProperty("chiasm.parity", "");
    return switch (wanted) {
      case "" -> ONE_EACH.stream();
      case "all" -> Architectures.all().stream().map(Architecture::name);
      default -> Stream.of(wanted);
    };
  }

  @ParameterizedTest
  @MethodSource("architectures")
  void everyLayerEqualsTorchs(String name) throws IOException {
    everyLayerEqualsTorchs(name, Architecture.Variant.NEW, reference(name));
  }

  /** Their weights were ported from networks with another normalisation of the image. */
  @ParameterizedTest
  @ValueSource(strings = {"googlenet", "inception_v3"})
  void publishedWeightsSeeTheImageThatTheyWereTrainedWith(String name) throws IOException {
    Architecture.Variant published = new Architecture.Variant(Architecture.IMAGENET_CLASSES, true);
    everyLayerEqualsTorchs(name, published, reference(name + ":published"));
  }

  private static void everyLayerEqualsTorchs(
      String name, Architecture.Variant variant, Map<String, String[]> expected) {
    // Given
    Architecture architecture = Architectures.named(name).orElseThrow();
    BuiltIn builtIn = BuiltIn.named(name);
    OnnxGraph network =
        builtIn.graph(
            new MadeUpWeights(architecture),
            variant,
            "made up",
            builtIn.published("IMAGENET1K_V1").preset());
    List<String> tensors = new ArrayList<>(expected.keySet());
    tensors.replaceAll(t -> t.equals("logits") ? logits(network) : t);
    int size = network.inputSize().height();
    FloatTensor image = MadeUpWeights.uniform(Shape.of(1, 3, size, size), "image", -2, 2);
    // When
    List<FloatTensor> found = Running.run(network.tapped(tensors), image);
    // Then
    int i = 0;
    for (Map.Entry<String, String[]> row : expected.entrySet()) {
      FloatTensor kept = AsKept.of(network.layer(tensors.get(i)), found.get(i++));
      Torch.check(name + " " + row.getKey(), row.getValue(), kept);
    }
    assertThat(i).isGreaterThan(4);
  }

  private static String logits(OnnxGraph network) {
    return network.layers().get(network.layers().size() - 1).name();
  }

  private static Map<String, String[]> reference(String name) throws IOException {
    return Torch.rows("parity.txt", name);
  }
}
