package io.chiasm.extraction.shell.djl;

import static io.chiasm.contracts.study.Normalisation.IMAGENET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtProvider;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.study.Normalisation;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.Shape;
import io.chiasm.extraction.extract.LoadedNetwork;
import io.chiasm.extraction.extract.NetworkRunner;
import io.chiasm.extraction.extract.TestNetworks;
import io.chiasm.networks.OnnxGraph;
import io.chiasm.networks.construction.GraphBuilder;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DjlNetworksTest {
  /** Sums of at most 27 float32 products of order one, in another release of the runtime. */
  private static final float ROUND_OFF = 1e-5f;

  private final DjlNetworks networks = new DjlNetworks();

  @ParameterizedTest
  @ValueSource(strings = {"layers", "fixed-batch"})
  void layersAreThoseOfPythonsRuntime(String name) {
    // Given
    LoadedNetwork network = TestNetworks.network(name, "early", "late", "flat");
    // When
    List<FloatTensor> layers = run(network, 3);
    // Then
    assertThat(layers)
        .extracting(FloatTensor::shape)
        .containsExactly(Shape.of(3, 4, 3, 4), Shape.of(3, 5, 3, 4), Shape.of(3, 5));
    for (int i = 0; i < layers.size(); i++) {
      float[] expected = TestNetworks.expected("layers." + network.layers().get(i) + ".npy");
      assertThat(layers.get(i).values()).containsExactly(expected, within(ROUND_OFF));
    }
  }

  @Test
  void batchesOfOtherSizesFollowInOneSession() {
    LoadedNetwork network = TestNetworks.network("layers", "early", "late", "flat");
    float[] expected = TestNetworks.expected("layers.flat.npy");
    try (NetworkRunner runner = networks.open(network)) {
      for (int images = 3; images >= 1; images--) {
        float[] flat = runner.run(TestNetworks.images(images)).get(2).values();
        assertThat(flat).hasSize(5 * images);
        assertThat(flat[0]).isCloseTo(expected[0], within(ROUND_OFF));
      }
    }
  }

  @Test
  void imagesThatWouldInfluenceEachOtherAreRunAlone() {
    // Given
    GraphBuilder graph = GraphBuilder.named("mixing");
    String in = graph.input("x", 3, 6, 8);
    String largest = graph.node("largest", "ReduceMax", List.of(in));
    graph.output(graph.node("divided", "Div", List.of(in, largest)));
    OnnxGraph made = OnnxGraph.of(graph.model(), "mixing");
    LoadedNetwork network =
        new LoadedNetwork(
            "mixing", made.tapped(List.of("divided")), List.of("divided"), 6, 8, IMAGENET);
    FloatTensor images = TestNetworks.images(3);
    int each = images.values().length / 3;
    // When
    float[] together = run(network, images).get(0).values();
    // Then
    for (int i = 0; i < 3; i++) {
      float[] one = Arrays.copyOfRange(images.values(), i * each, (i + 1) * each);
      float[] alone = run(network, new FloatTensor(Shape.of(1, 3, 6, 8), one)).get(0).values();
      assertThat(Arrays.copyOfRange(together, i * each, (i + 1) * each)).isEqualTo(alone);
    }
  }

  @Test
  void bytesThatAreNoNetworkAreRefusedInTheRuntimesWords() {
    byte[] garbage = {1, 2, 3};
    LoadedNetwork network =
        new LoadedNetwork("broken.onnx", garbage, List.of("x"), 6, 8, Normalisation.IMAGENET);
    assertRefused(
        () -> run(network, 1),
        "ONNX Runtime refuses the network broken.onnx: ",
        "protobuf parsing failed");
  }

  @Test
  void unknownOperatorIsNamed() {
    LoadedNetwork network = TestNetworks.network("unknown-operator", "late");
    assertRefused(() -> run(network, 1), "refuses the network unknown-operator", "Fovea");
  }

  @Test
  void layerOfDoublesIsRefusedWithItsShape() {
    LoadedNetwork network = TestNetworks.network("double-layer", "late");
    assertRefused(
        () -> run(network, 2),
        "layer late of network double-layer holds <f8 values of shape (2, 3, 6, 8)");
  }

  @Test
  void layerOfTokensIsRefusedWithItsShape() {
    LoadedNetwork network = TestNetworks.network("rank3-layer", "tokens");
    assertRefused(
        () -> run(network, 2), "layer tokens of network rank3-layer has the shape (2, 3, 48)");
  }

  @Test
  void layerThatMergesImagesIsRefused() {
    LoadedNetwork network = TestNetworks.network("merged-images", "late");
    assertRefused(() -> run(network, 2), "has the shape (96, 3) for 2 images");
  }

  @Test
  void networkWithTwoInputsIsRefused() {
    LoadedNetwork network = TestNetworks.network("two-inputs", "late");
    assertRefused(() -> run(network, 1), "has the inputs [input, mask]; one is fed");
  }

  @Test
  void networkForAnotherImageSizeIsRefused() {
    LoadedNetwork tiny = TestNetworks.network("layers", "early", "late", "flat");
    LoadedNetwork network =
        new LoadedNetwork("n", tiny.graph(), tiny.layers(), 7, 8, Normalisation.IMAGENET);
    assertRefused(() -> run(network, 1), "network n takes input of shape [-1, 3, 6, 8]");
  }

  @Test
  void outputsThatAreNotTheLayersAreRefused() {
    LoadedNetwork network = TestNetworks.network("layers", "early");
    assertRefused(() -> run(network, 1), "gives 3 outputs for 1 layers");
  }

  @Test
  void layerBeyondTheMemoryIsReportedAsSuch() {
    LoadedNetwork network = TestNetworks.network("huge-layer", "late");
    assertThatThrownBy(() -> run(network, 1))
        .isInstanceOf(OutOfMemoryError.class)
        .hasMessageStartingWith("network huge-layer does not fit into memory with input (1, 3,")
        .hasMessageContaining("smaller batch");
  }

  private List<FloatTensor> run(LoadedNetwork network, int images) {
    return run(network, TestNetworks.images(images));
  }

  private List<FloatTensor> run(LoadedNetwork network, FloatTensor images) {
    try (NetworkRunner runner = networks.open(network)) {
      return runner.run(images);
    }
  }

  private static void assertRefused(ThrowingCallable call, String... parts) {
    assertThatThrownBy(call).isInstanceOf(InputException.class).hasMessageContainingAll(parts);
  }

  @Test
  void aGpuThatTheBuildCannotUseIsRefusedAndNotReplaced() {
    Assumptions.assumeFalse(
        OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA), "a build for CUDA");
    DjlNetworks gpu = new DjlNetworks(ComputeDevice.CUDA);
    assertThatThrownBy(gpu::checked)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("chiasm.extractor.device is cuda")
        .hasMessageContaining("-Pcuda");
  }
}
