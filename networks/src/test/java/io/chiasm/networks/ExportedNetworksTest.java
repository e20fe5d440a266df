package io.chiasm.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.Shape;
import io.chiasm.networks.construction.Attributes;
import io.chiasm.networks.construction.Convolution;
import io.chiasm.networks.construction.GraphBuilder;
import io.chiasm.networks.graph.FloatValue;
import io.chiasm.networks.graph.ImageSize;
import io.chiasm.networks.shape.Layer;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Networks as torch, TensorFlow and converters export them: other batches, axes and types. */
class ExportedNetworksTest {
  private static final int SIDE = 8;
  private static final FloatTensor IMAGES = Running.noise(3, SIDE, 5);
  private static final FloatTensor WEIGHTS = weights();

  /** Half precision keeps 11 bits of weights, pixels and sums of order one to four. */
  private static final float HALF = 0.02f;

  private static FloatTensor weights() {
    FloatTensor weights = FloatTensor.zeros(4, 3, 3, 3);
    for (int i = 0; i < weights.values().length; i++) {
      weights.values()[i] = (float) Math.sin(i) / 4;
    }
    return weights;
  }

  private static GraphBuilder convolution() {
    GraphBuilder graph = GraphBuilder.named("exported");
    graph.conv("conv", graph.input("x", 3, SIDE, SIDE), WEIGHTS, new Convolution(1, 1, 1, 1, 1));
    return graph;
  }

  private static FloatTensor expected() {
    return Running.run(
            network(convolution().output("conv"), g -> {}).tapped(List.of("conv")), IMAGES)
        .get(0);
  }

  private static OnnxGraph network(GraphBuilder graph, Consumer<GraphProto.Builder> change) {
    ModelProto.Builder model = graph.model().toBuilder();
    change.accept(model.getGraphBuilder());
    return OnnxGraph.read(model.build().toByteArray(), "n.onnx");
  }

  private static Consumer<GraphProto.Builder> batch(long images) {
    return g -> shape(g).getDimBuilder(0).setDimValue(images);
  }

  private static TensorShapeProto.Builder shape(GraphProto.Builder graph) {
    return graph.getInputBuilder(0).getTypeBuilder().getTensorTypeBuilder().getShapeBuilder();
  }

  private static long imagesAtOnce(byte[] tapped) throws Exception {
    return ModelProto.parseFrom(tapped)
        .getGraph()
        .getInput(0)
        .getType()
        .getTensorType()
        .getShape()
        .getDim(0)
        .getDimValue();
  }

  @ParameterizedTest
  @CsvSource({"3,-1", "3,256", "-1,256"})
  void imagesStayApartInReshapesThatNameTheirNumber(long first, long second) {
    // Given
    GraphBuilder graph = convolution();
    String flat =
        graph.node(
            "flat", "Reshape", List.of("conv", graph.constant("to", List.of(first, second))));
    graph.output(
        graph.node(
            "map", "Reshape", List.of(flat, graph.constant("back", List.of(3L, 4L, 8L, 8L)))));
    // When
    OnnxGraph network = network(graph, batch(3));
    // Then
    assertThat(network.layer("flat").knownShape()).isEqualTo(Shape.of(256));
    assertThat(network.layer("map").shape()).isEqualTo(Shape.of(4, 8, 8));
    assertThat(network.layer("map").separate()).isTrue();
    FloatTensor flatValues = Running.run(network.tapped(List.of("flat")), IMAGES).get(0);
    assertThat(flatValues.values()).isEqualTo(expected().values());
  }

  @Test
  void aTokenThatWasRepeatedForTheDeclaredBatchJoins() {
    GraphBuilder graph = convolution();
    String token = graph.constant("token", FloatTensor.zeros(1, 1, 8, 8));
    String all = graph.constant("all", List.of(3L, 1L, 8L, 8L));
    String repeated = graph.node("repeated", "Expand", List.of(token, all));
    graph.output(
        graph.node("joined", "Concat", List.of(repeated, "conv"), Attributes.integer("axis", 1)));
    OnnxGraph network = network(graph, batch(3));
    assertThat(network.layer("joined").knownShape()).isEqualTo(Shape.of(5, 8, 8));
    assertThat(network.layer("joined").splittable()).isTrue();
  }

  @Test
  void aNetworkThatNamesOneImageInsideRunsOneAtATimeThough() throws Exception {
    // Given
    GraphBuilder graph = convolution();
    graph.output(
        graph.node("flat", "Reshape", List.of("conv", graph.constant("to", List.of(1L, 256L)))));
    OnnxGraph network = network(graph, g -> {});
    // Then
    assertThat(imagesAtOnce(network.tapped(List.of("flat")))).isEqualTo(1);
    assertThat(network.layer("flat").knownShape()).isEqualTo(Shape.of(256));
    assertThat(imagesAtOnce(network.tapped(List.of("conv")))).as("any number").isZero();
  }

  @Test
  void channelsLastInputsAreFedChannelsLast() {
    // Given
    GraphBuilder graph = GraphBuilder.named("keras");
    String in = graph.input("x", 3, SIDE, SIDE);
    String first =
        graph.node("first", "Transpose", List.of(in), Attributes.integers("perm", 0, 3, 1, 2));
    graph.output(graph.conv("conv", first, WEIGHTS, new Convolution(1, 1, 1, 1, 1)));
    // When
    OnnxGraph network =
        network(
            graph,
            g -> {
              shape(g).getDimBuilder(1).setDimValue(SIDE);
              shape(g).getDimBuilder(3).setDimValue(3);
            });
    // Then
    List<FloatTensor> values = Running.run(network.tapped(List.of("conv", "first")), IMAGES);
    assertThat(values.get(0).values()).isEqualTo(expected().values());
    assertThat(values.get(1).values()).as("the image itself").isEqualTo(IMAGES.values());
    assertThat(network.layer("conv").knownColumns())
        .isEqualTo(network(convolution().output("conv"), g -> {}).layer("conv").columns());
  }

  @ParameterizedTest
  @CsvSource({
    "0 2 3 1, '[row, column, channel]'",
    "0 1 3 2, '[channel, column, row]'",
    "0 3 2 1, '[column, row, channel]'"
  })
  void mapsAlongOtherAxesAreTurned(String perm, String axes) {
    // Given
    long[] order = java.util.Arrays.stream(perm.split(" ")).mapToLong(Long::parseLong).toArray();
    GraphBuilder graph = convolution();
    graph.output(
        graph.node("turned", "Transpose", List.of("conv"), Attributes.integers("perm", order)));
    OnnxGraph network = network(graph, g -> {});
    Layer layer = network.layer("turned");
    // Then
    assertThat(layer.storage().axes()).isEqualTo(axes);
    assertThat(layer.knownShape()).isEqualTo(Shape.of(4, 8, 8));
    assertThat(Running.run(network.tapped(List.of("turned")), IMAGES).get(0).values())
        .isEqualTo(expected().values());
  }

  @Test
  void shiftedMapsAreNotReadAsMaps() {
    // Given
    GraphBuilder graph = convolution();
    String end = graph.constant("end", List.of(Long.MAX_VALUE));
    String three = graph.constant("three", List.of(3L));
    String two = graph.constant("two", List.of(2L));
    String zero = graph.constant("zero", List.of(0L));
    String right = graph.node("right", "Slice", List.of("conv", two, end, three));
    String left = graph.node("left", "Slice", List.of("conv", zero, two, three));
    graph.output(
        graph.node("rolled", "Concat", List.of(right, left), Attributes.integer("axis", 3)));
    OnnxGraph network = network(graph, g -> {});
    // Then
    assertThat(network.layer("right").splittable()).isTrue();
    assertThat(network.layer("right").knownColumns().firstCentre()).isEqualTo(2);
    assertThat(network.layer("rolled").splittable()).isFalse();
    assertThatThrownBy(() -> network.requireReadable(List.of("rolled")))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "layer 'rolled' of network n.onnx cannot be read: its shape per image is (4, 8, 8), and"
                + " its axes are not known to be [channel, row, column] of the image in order");
  }

  private static OnnxGraph inPrecision(int type) {
    return network(
        convolution().output("conv"),
        g -> {
          g.getInputBuilder(0).getTypeBuilder().getTensorTypeBuilder().setElemType(type);
          g.getOutputBuilder(0).getTypeBuilder().getTensorTypeBuilder().setElemType(type);
          g.setInitializer(0, as(type, g.getInitializer(0)));
        });
  }

  @Test
  void halfPrecisionIsCastAtTheEdges() {
    OnnxGraph network = inPrecision(DataType.FLOAT16_VALUE);
    FloatTensor values = Running.run(network.tapped(List.of("conv")), IMAGES).get(0);
    assertThat(network.layer("conv").splittable()).isTrue();
    assertThat(values.values()).containsExactly(expected().values(), within(HALF));
  }

  @Test
  void doublePrecisionIsCastWhereTheRuntimeHasItAndElseRefused() {
    GraphBuilder graph = GraphBuilder.named("double");
    graph.output(graph.relu("relu", graph.input("x", 3, SIDE, SIDE)));
    OnnxGraph network =
        network(
            graph,
            g -> {
              g.getInputBuilder(0).getTypeBuilder().getTensorTypeBuilder().setElemType(11);
              g.getOutputBuilder(0).getTypeBuilder().getTensorTypeBuilder().setElemType(11);
            });
    float[] values = Running.run(network.tapped(List.of("relu")), IMAGES).get(0).values();
    assertThat(values[0]).isEqualTo(Math.max(0, IMAGES.values()[0]));
    assertThatThrownBy(() -> inPrecision(DataType.DOUBLE_VALUE).layers())
        .isInstanceOf(InputException.class)
        .hasMessage(
            "n.onnx: node 'conv' (Conv): cannot be computed in float64 on a processor; export the"
                + " network in float32");
    assertThatThrownBy(() -> Running.run(inPrecision(DataType.DOUBLE_VALUE).bytes(), IMAGES))
        .as("the runtime itself")
        .hasMessageContaining("Could not find an implementation for Conv");
  }

  private static TensorProto as(int type, TensorProto tensor) {
    TensorProto.Builder other =
        TensorProto.newBuilder()
            .setName(tensor.getName())
            .setDataType(type)
            .addAllDims(tensor.getDimsList());
    for (float value : WEIGHTS.values()) {
      if (type == DataType.DOUBLE_VALUE) {
        other.addDoubleData(value);
      } else {
        other.addInt32Data(halfBits(value));
      }
    }
    return other.build();
  }

  /** Truncated; enough for a comparison. */
  private static int halfBits(float value) {
    int bits = Float.floatToIntBits(value);
    int exponent = (bits >>> 23 & 0xff) - 127 + 15;
    int sign = bits >>> 16 & 0x8000;
    return exponent <= 0 ? sign : sign | exponent << 10 | bits >>> 13 & 0x3ff;
  }

  @Test
  void anInnerLayerOfHalfPrecisionIsListedAndRead() {
    GraphBuilder graph = convolution();
    String half =
        graph.node(
            "half", "Cast", List.of("conv"), Attributes.integer("to", DataType.FLOAT16_VALUE));
    graph.output(graph.relu("relu", half));
    OnnxGraph network = network(graph, g -> {});
    assertThat(network.layers()).extracting(Layer::name).contains("half", "relu");
    float[] values = Running.run(network.tapped(List.of("half")), IMAGES).get(0).values();
    assertThat(values).containsExactly(expected().values(), within(HALF));
  }

  @Test
  void anOpenHeightIsGivenAndTheFixedWidthHolds() {
    GraphBuilder graph = GraphBuilder.named("open");
    graph.output(graph.relu("relu", graph.input("x", 3, 0, SIDE)));
    OnnxGraph network = network(graph, g -> {});
    assertThat(network.hasInputSize()).isFalse();
    assertThat(network.withInputSize(new ImageSize(5, SIDE)).layer("relu").knownShape())
        .isEqualTo(Shape.of(3, 5, SIDE));
    assertThatThrownBy(() -> network.withInputSize(new ImageSize(5, 9)))
        .isInstanceOf(InputException.class)
        .hasMessage("n.onnx: takes images of ? x 8 pixels only (height x width), not 5 x 9");
  }

  @Test
  void weightsAmongTheInputsOfOldFilesAreNoInputs() {
    GraphBuilder graph = convolution().output("conv");
    ModelProto.Builder model = graph.model().toBuilder().setIrVersion(3);
    model.getGraphBuilder().addInput(FloatValue.of("conv.weight"));
    OnnxGraph network = OnnxGraph.read(model.build().toByteArray(), "old.onnx");
    assertThat(Running.run(network.tapped(List.of("conv")), IMAGES).get(0).values())
        .isEqualTo(expected().values());
  }
}
