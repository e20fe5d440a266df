package io.chiasm.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.ModelProto;
import com.google.protobuf.InvalidProtocolBufferException;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.networks.builtin.BuiltIn;
import io.chiasm.networks.catalogue.Catalogue;
import io.chiasm.networks.construction.Convolution;
import io.chiasm.networks.construction.GraphBuilder;
import io.chiasm.testing.SharedData;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Layers of networks for which none are named, and the numbers that they learned. */
class DefaultLayersTest {
  private static final int SIDE = 64;

  /** Channels of all batch norms of MobileNetV2 of width 1, each of which has a scale. */
  private static final long MOBILENET_NORM_CHANNELS = 17_056;

  /** The same file without its notes, so that nothing but the graph tells. */
  private static OnnxGraph silent(String file) {
    OnnxGraph noted = OnnxGraph.read(SharedData.of(file));
    return silent(noted);
  }

  private static OnnxGraph silent(OnnxGraph noted) {
    try {
      ModelProto model =
          ModelProto.parseFrom(noted.bytes()).toBuilder().clearMetadataProps().build();
      return OnnxGraph.of(model, "silent").withInputSize(noted.inputSize());
    } catch (InvalidProtocolBufferException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void theGraphAloneTellsTheStagesThatPeopleNamed() {
    assertThat(silent("networks/efficientnet_lite0.onnx").defaultLayers())
        .containsExactly(
            Map.entry("early", "stage3"),
            Map.entry("middle", "stage6"),
            Map.entry("late", "stage9"));
    assertThat(silent("networks/mobilenet_v2.onnx").defaultLayers())
        .containsExactly(
            Map.entry("early", "block_2"),
            Map.entry("middle", "block_12"),
            Map.entry("late", "Conv_1"));
  }

  /** torchvision's families: with squeeze-and-excitation, without, and with branches. */
  @ParameterizedTest
  @ValueSource(strings = {"efficientnet_b0", "mobilenet_v3_small", "mnasnet1_0", "googlenet"})
  void layersByStrideAreThoseOfTheCatalogue(String architecture) {
    OnnxGraph graph = silent(BuiltIn.named(architecture).untrained(0));
    Map<String, String> known = Catalogue.of(architecture).get(0).layers();
    // When
    Map<String, String> layers = graph.defaultLayers();
    // Then: the last map has the name of its module and of the sequence that it ends
    assertThat(layers).containsOnlyKeys("early", "middle", "late");
    assertThat(layers.get("early")).isEqualTo(known.get("early"));
    assertThat(layers.get("middle")).isEqualTo(known.get("middle"));
    assertThat(graph.layer(layers.getOrDefault("late", "")))
        .usingRecursiveComparison()
        .ignoringFields("name", "operator")
        .isEqualTo(graph.layer(known.getOrDefault("late", "")));
  }

  @Test
  void numbersLearnedArePyTorchsWhereNoNormIsFolded() {
    assertThat(BuiltIn.named("convnext_tiny").untrained(0).learned())
        .isEqualTo(Catalogue.of("convnext_tiny").get(0).parameters());
  }

  @Test
  void aFoldedNormCountsByItsShiftAlone() {
    assertThat(BuiltIn.named("mobilenet_v2").untrained(0).learned())
        .isEqualTo(Catalogue.of("mobilenet_v2").get(0).parameters() - MOBILENET_NORM_CHANNELS);
  }

  @Test
  void layersWithinABranchAreNotTaken() {
    // Given: a map that a shortcut passes by, then the sum of both
    GraphBuilder graph = GraphBuilder.named("branched");
    String image = graph.input("x", 3, SIDE, SIDE);
    String stem = graph.conv("stem", image, weights(4, 3), new Convolution(4, 1, 1, 1, 1));
    String inside = graph.conv("inside", stem, weights(4, 4), new Convolution(1, 1, 1, 1, 1));
    String sum = graph.add("sum", stem, inside);
    graph.output(graph.conv("last", sum, weights(8, 4), new Convolution(4, 1, 1, 1, 1)));
    // When
    Map<String, String> layers = OnnxGraph.of(graph.model(), "branched").defaultLayers();
    // Then
    assertThat(layers).containsExactly(Map.entry("early", "sum"), Map.entry("middle", "last"));
  }

  @Test
  void aNetworkOfOtherStridesNeedsLayersNamed() {
    GraphBuilder graph = GraphBuilder.named("shallow");
    String image = graph.input("x", 3, SIDE, SIDE);
    graph.output(graph.conv("stem", image, weights(4, 3), new Convolution(2, 1, 1, 1, 1)));
    OnnxGraph network = OnnxGraph.of(graph.model(), "shallow.onnx");
    assertThatThrownBy(network::defaultLayers)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("shallow.onnx has no feature map of stride 4, 16 or 32")
        .hasMessageContaining("[2]");
  }

  private static FloatTensor weights(int out, int in) {
    return FloatTensor.zeros(out, in, 3, 3);
  }
}
