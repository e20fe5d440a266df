package io.chiasm.networks.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.networks.construction.Attributes;
import io.chiasm.networks.construction.Convolution;
import io.chiasm.networks.construction.GraphBuilder;
import io.chiasm.networks.graph.ModelReader;
import io.chiasm.networks.graph.OnnxFile;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class UntrainedTest {
  /** A few float32 roundings of numbers up to 1. */
  private static final Offset<Float> LIBM = within(1e-6f);

  private final GraphBuilder graph = GraphBuilder.named("made");
  private final String image = graph.input("x", 3, 8, 8);

  private static FloatTensor ones(long... extents) {
    FloatTensor tensor = FloatTensor.zeros(extents);
    Arrays.fill(tensor.values(), 7);
    return tensor;
  }

  private ModelProto untrained(long seed) {
    return Untrained.of(file(graph.bytes()), seed);
  }

  private static OnnxFile file(byte[] bytes) {
    return ModelReader.read(bytes, "made.onnx");
  }

  private static Map<String, float[]> weights(ModelProto model) {
    Map<String, float[]> found = new HashMap<>();
    for (TensorProto tensor : model.getGraph().getInitializerList()) {
      if (tensor.getDataType() == DataType.FLOAT_VALUE) {
        var raw = tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        float[] values = new float[raw.remaining() / 4];
        raw.asFloatBuffer().get(values);
        found.put(tensor.getName(), values);
      }
    }
    return found;
  }

  @Test
  void weightsAreTorchsInNodeOrderAndBiasesAreZero() {
    // Given: a convolution, a depthwise one, a linear layer, as torch_random.py draws them
    String first =
        graph.conv("a", image, ones(8, 3, 5, 5), ones(8), Convolution.stride(1).padded(2));
    String second =
        graph.conv("b", first, ones(8, 1, 3, 3), Convolution.stride(1).padded(1).grouped(8));
    String flat = graph.node("flat", "Flatten", List.of(second));
    graph.constant("w", ones(4, 512));
    graph.constant("v", ones(4));
    graph.node("c", "Gemm", List.of(flat, "w", "v"), Attributes.integer("transB", 1));
    // When
    Map<String, float[]> weights = weights(untrained(0));
    // Then
    assertThat(Arrays.copyOf(weights.get("a.weight"), 150))
        .containsExactly(TorchRandomTest.torch("kaiming-8-3-5-5"), LIBM);
    assertThat(weights.get("b.weight"))
        .containsExactly(TorchRandomTest.torch("kaiming-8-1-3-3"), LIBM);
    assertThat(Arrays.copyOf(weights.get("w"), 24))
        .containsExactly(TorchRandomTest.torch("linear-4-6"));
    assertThat(weights.get("a.bias")).containsOnly(0);
    assertThat(weights.get("v")).containsOnly(0);
  }

  @Test
  void normalisationBecomesTheIdentity() {
    String conv = graph.conv("a", image, ones(8, 3, 3, 3), Convolution.stride(1));
    List<String> inputs =
        List.of(
            conv,
            graph.constant("scale", ones(8)),
            graph.constant("shift", ones(8)),
            graph.constant("mean", ones(8)),
            graph.constant("variance", ones(8)));
    graph.node("norm", "BatchNormalization", inputs);
    Map<String, float[]> weights = weights(untrained(3));
    assertThat(weights.get("scale")).containsOnly(1);
    assertThat(weights.get("shift")).containsOnly(0);
    assertThat(weights.get("mean")).containsOnly(0);
    assertThat(weights.get("variance")).containsOnly(1);
  }

  @Test
  void aBiasAddedAfterAProductIsZero() {
    String last =
        graph.node("t", "Transpose", List.of(image), Attributes.integers("perm", 0, 2, 3, 1));
    String product = graph.node("p", "MatMul", List.of(last, graph.constant("w", ones(3, 16))));
    graph.node("sum", "Add", List.of(graph.constant("b", ones(16)), product));
    Map<String, float[]> weights = weights(untrained(0));
    assertThat(weights.get("b")).containsOnly(0);
    float[] expected = new float[48];
    new TorchRandom(0).uniform(expected, -0.25f, 0.25f);
    assertThat(weights.get("w")).isEqualTo(expected);
  }

  @Test
  void sharedWeightsAreDrawnOnceAlsoThroughACopy() {
    String weight = graph.constant("w", ones(3, 3, 1, 1));
    String copy = graph.identity("copy", weight);
    String first = graph.node("a", "Conv", List.of(image, weight));
    String second = graph.node("b", "Conv", List.of(first, copy));
    graph.conv("c", second, ones(4, 3, 5, 5), Convolution.stride(1));
    float[] expected = new float[300];
    TorchRandom random = new TorchRandom(5);
    random.normal(new float[9], 0, 1);
    random.normal(expected, 0, (float) Math.sqrt(2.0 / 100));
    assertThat(weights(untrained(5)).get("c.weight")).isEqualTo(expected);
  }

  @Test
  void constantNodesAndTypedDataAreDrawnToo() {
    // Given
    TensorProto typed =
        TensorProto.newBuilder()
            .setName("typed")
            .setDataType(DataType.FLOAT_VALUE)
            .addAllDims(List.of(3L, 3L, 1L, 1L))
            .addAllFloatData(List.of(7f, 7f, 7f, 7f, 7f, 7f, 7f, 7f, 7f))
            .build();
    String weight = graph.node("k", "Constant", List.of(), Attributes.tensor("value", typed));
    graph.node("a", "Conv", List.of(image, weight));
    // When
    ModelProto drawn = untrained(1);
    // Then
    TensorProto value = drawn.getGraph().getNode(0).getAttribute(0).getT();
    assertThat(value.getFloatDataCount()).isZero();
    assertThat(value.getRawData().size()).isEqualTo(36);
    float[] expected = new float[9];
    new TorchRandom(1).normal(expected, 0, (float) Math.sqrt(2.0 / 3));
    float[] found = new float[9];
    value
        .getRawData()
        .asReadOnlyByteBuffer()
        .order(ByteOrder.LITTLE_ENDIAN)
        .asFloatBuffer()
        .get(found);
    assertThat(found).isEqualTo(expected);
  }

  @Test
  void whatNoRuleIsAboutIsKeptAndNamed() {
    String conv = graph.conv("a", image, ones(8, 3, 3, 3), Convolution.stride(1));
    graph.multiply("scaled", conv, graph.constant("layer_scale", ones(8, 1, 1)));
    ModelProto drawn = untrained(0);
    assertThat(weights(drawn).get("layer_scale")).containsOnly(7);
    assertThat(file(drawn.toByteArray()).metadata())
        .containsEntry(Untrained.KEPT_KEY, "layer_scale")
        .containsEntry(Untrained.WEIGHTS_KEY, "untrained(seed=0), rule kaiming-fan-out-1");
  }

  @Test
  void weightsThatAreNotFloat32AreRefused() {
    TensorProto half =
        TensorProto.newBuilder()
            .setName("h")
            .setDataType(DataType.FLOAT16_VALUE)
            .addAllDims(List.of(1L, 3L, 1L, 1L))
            .addAllInt32Data(List.of(0, 0, 0))
            .build();
    String weight = graph.node("k", "Constant", List.of(), Attributes.tensor("value", half));
    graph.node("a", "Conv", List.of(image, weight));
    assertThatThrownBy(() -> untrained(0))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "made.onnx: weights 'k' of node 'a' (Conv) are not float32; export the network in float32");
  }

  @Test
  void computedWeightsAreRefused() {
    String doubled = graph.add("twice", graph.constant("w", ones(3, 3, 1, 1)), "w");
    graph.node("a", "Conv", List.of(image, doubled));
    assertThatThrownBy(() -> untrained(0))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("the weights of node 'a' (Conv) are computed (tensor 'twice')");
  }

  @Test
  void aNetworkWithoutWeightsIsRefused() {
    graph.relu("r", image);
    assertThatThrownBy(() -> untrained(0))
        .isInstanceOf(InputException.class)
        .hasMessage("made.onnx: has no weights that could be drawn anew");
  }

  @Test
  void seedsThatTorchWouldCutAreRefused() {
    graph.conv("a", image, ones(8, 3, 3, 3), Convolution.stride(1));
    assertThatThrownBy(() -> untrained(1L << 32)).isInstanceOf(InputException.class);
    assertThatThrownBy(() -> untrained(-1)).isInstanceOf(InputException.class);
    assertThat(weights(untrained((1L << 32) - 1))).containsOnlyKeys("a.weight");
  }
}
