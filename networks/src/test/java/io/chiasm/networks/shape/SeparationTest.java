package io.chiasm.networks.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.Shape;
import io.chiasm.networks.OnnxGraph;
import io.chiasm.networks.Running;
import io.chiasm.networks.construction.Attributes;
import io.chiasm.networks.construction.GraphBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which operators keep images apart, with the law of {@link ImageLaw} for each of them. */
class SeparationTest {
  private static final int SIZE = 4;

  /** Adds nodes to a graph and names the layer. */
  private interface Nodes extends BiFunction<GraphBuilder, String, String> {}

  static Stream<Arguments> together() {
    return Stream.of(
        named("softmax over channels", 17, (g, x) -> op(g, "Softmax", ints("axis", 1), x)),
        named("coerced softmax", 12, (g, x) -> op(g, "Softmax", ints("axis", 1), x)),
        named("flat and back", 17, (g, x) -> to(g, op(g, "Relu", to(g, x, 1, -1)), -1, 3, 4, 4)),
        named("flattened at 0", 17, (g, x) -> to(g, op(g, "Flatten", ints("axis", 0), x), -1, 48)),
        named("pooled by side", 17, (g, x) -> turned(g, op(g, "GlobalMaxPool", turned(g, x)))),
        named("channel shuffle", 17, SeparationTest::shuffled),
        named("windows", 17, SeparationTest::windows),
        named("attention", 17, SeparationTest::attention),
        named("images second", 17, SeparationTest::sequenceFirst),
        named("class token", 17, SeparationTest::token),
        named("LRN", 17, (g, x) -> op(g, "LRN", ints("size", 3), x)),
        named("instance norm", 17, SeparationTest::instanceNorm),
        named("squeeze and excite", 17, SeparationTest::excited),
        named("static quantisation", 17, SeparationTest::quantised),
        named("dropout of training", 17, (g, x) -> dropout(g, x, 1)),
        named("argument of the maximum", 17, SeparationTest::best),
        named("kept by resize", 17, SeparationTest::resized),
        named("products by letters", 17, SeparationTest::letters),
        named(
            "recurrent",
            17,
            (g, x) -> recurrent(g, op(g, "Transpose", perm(1, 0, 2), rows(g, x)))));
  }

  static Stream<Arguments> alone() {
    return Stream.of(
        named("divided by the largest", 17, SeparationTest::byLargest, "ReduceMax"),
        named("mean of all taken off", 17, SeparationTest::centred, "ReduceMean"),
        named("softmax over a baked shape", 17, SeparationTest::baked, "Softmax"),
        named("softmax over images", 17, (g, x) -> op(g, "Softmax", ints("axis", 0), x), "Softmax"),
        named(
            "coerced softmax at 0", 12, (g, x) -> op(g, "Softmax", ints("axis", 0), x), "Softmax"),
        named("mean and variance", 17, (g, x) -> op(g, "MeanVarianceNormalization", x), "MeanVar"),
        named("first image", 17, SeparationTest::firstImage, "Gather"),
        named("images turned round", 17, SeparationTest::rolled, "Pad"),
        named("cumulative", 17, SeparationTest::cumulative, "CumSum"),
        named("attention of images", 17, SeparationTest::imageAttention, "Gemm"),
        named("identity matrix", 17, SeparationTest::eye, "EyeLike"),
        named("divided by their number", 17, SeparationTest::byNumber, "Div"),
        named("dynamic quantisation", 17, SeparationTest::dynamic, "DynamicQuantizeLinear"),
        named("batch norm of computed mean", 17, SeparationTest::computedNorm, "ReduceMean"),
        named("images as steps", 17, (g, x) -> recurrent(g, rows(g, x)), "LSTM"),
        named("unknown operator", 17, (g, x) -> op(g, "GlobalPower", x), "GlobalPower"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("together")
  void whatKeepsImagesApartRunsInBatches(String name, OnnxGraph network, String layer) {
    assertThat(network.layer(layer).run()).isEqualTo(ImageRun.FREE);
    assertThat(ImageLaw.runsTogether(network, layer)).isTrue();
    ImageLaw.check(network, layer);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("alone")
  void whatMayMixImagesRunsOneAtATimeAndSaysWhy(
      String name, OnnxGraph network, String layer, String operator) {
    assertThat(network.runNotes(List.of(layer)))
        .singleElement()
        .asString()
        .startsWith("runs one image at a time: node '")
        .contains(" (" + operator)
        .endsWith(" is not known to keep the images of a run apart");
    assertThat(ImageLaw.runsTogether(network, layer)).isFalse();
    // A layer before the mixing stays as fast as it was.
    assertThat(ImageLaw.runsTogether(network, "stem")).isTrue();
    if (!operator.equals("GlobalPower")) {
      ImageLaw.check(network, layer);
    }
  }

  @Test
  void randomOperatorsAreRefusedByNameWhereTheLayerNeedsThem() {
    GraphBuilder graph = GraphBuilder.named("random");
    String stem = stem(graph);
    String noise = graph.node("noise", "RandomNormalLike", List.of(stem));
    graph.output(graph.add("noisy", stem, noise));
    OnnxGraph network = OnnxGraph.of(graph.model(), "n.onnx");
    assertThatThrownBy(() -> network.tapped(List.of("noisy")))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "layer 'noisy' of network n.onnx cannot be studied: node 'noise' (RandomNormalLike)"
                + " gives another answer each time");
    ImageLaw.check(network, "stem");
  }

  @Test
  void aRandomOperatorInsideAnotherIsFound() {
    GraphBuilder graph = GraphBuilder.named("inside");
    String stem = stem(graph);
    GraphProto branch =
        GraphProto.newBuilder()
            .setName("branch")
            .addNode(
                NodeProto.newBuilder().setOpType("RandomUniformLike").addInput(stem).addOutput("r"))
            .addOutput(ValueInfoProto.newBuilder().setName("r"))
            .build();
    String condition =
        graph.node("condition", "Constant", List.of(), Attributes.tensor("value", truth(1)));
    graph.output(
        graph.node(
            "if",
            "If",
            List.of(condition),
            graph("then_branch", branch),
            graph("else_branch", branch)));
    assertThatThrownBy(() -> OnnxGraph.of(graph.model(), "n.onnx").tapped(List.of("if")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("node 'if' (If): in it node 'r' (RandomUniformLike) gives another");
  }

  @Test
  void dropoutOfTrainingIsLeftOut() {
    GraphBuilder graph = GraphBuilder.named("dropout");
    String stem = stem(graph);
    graph.output(dropout(graph, stem, 1));
    OnnxGraph network = OnnxGraph.of(graph.model(), "n.onnx");
    FloatTensor images = Running.noise(2, SIZE, 1);
    assertThat(Running.run(network.tapped(List.of("dropped")), images).get(0).values())
        .isEqualTo(Running.run(network.tapped(List.of("stem")), images).get(0).values());
    assertThat(network.runNotes(List.of("dropped")))
        .containsExactly("node 'dropped' (Dropout) is in training form; dropout is left out");
    assertThat(network.runNotes(List.of("stem"))).isEmpty();
  }

  @Test
  void dropoutOfEvaluationStaysAsItIs() throws Exception {
    GraphBuilder graph = GraphBuilder.named("dropout");
    graph.output(dropout(graph, stem(graph), 0));
    OnnxGraph network = OnnxGraph.of(graph.model(), "n.onnx");
    assertThat(network.runNotes(List.of("dropped"))).isEmpty();
    assertThat(ModelProto.parseFrom(network.tapped(List.of("dropped"))).getGraph().getNodeList())
        .isEqualTo(graph.model().getGraph().getNodeList());
  }

  @Test
  void batchNormOfTrainingUsesItsStoredStatistics() {
    FloatTensor images = Running.noise(3, SIZE, 2);
    float[] evaluated = Running.run(norm(17, false).toByteArray(), images).get(0).values();
    for (long opset : List.of(8L, 9L, 14L, 17L)) {
      OnnxGraph network = OnnxGraph.of(norm(opset, true), "n.onnx");
      assertThat(Running.run(network.tapped(List.of("norm")), images).get(0).values())
          .as("opset %d", opset)
          .isEqualTo(evaluated);
      assertThat(network.runNotes(List.of("norm")))
          .containsExactly(
              "node 'norm' (BatchNormalization) is in training form; its stored mean and variance"
                  + " are used");
      ImageLaw.check(network, "norm");
    }
  }

  @Test
  void batchNormOfTrainingWithoutStoredStatisticsIsRefused() {
    GraphBuilder graph = GraphBuilder.named("norm");
    String stem = stem(graph);
    String mean =
        graph.node(
            "mean", "ReduceMean", List.of(stem), ints("axes", 0, 2, 3)[0], ints("keepdims", 0)[0]);
    graph.output(
        graph.node(
            "norm",
            "BatchNormalization",
            List.of(stem, ones(graph, "s"), ones(graph, "b"), mean, ones(graph, "v")),
            ints("training_mode", 1)));
    assertThatThrownBy(() -> OnnxGraph.of(graph.model(), "n.onnx").tapped(List.of("norm")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(
            "node 'norm' (BatchNormalization) normalises by the statistics of its batch, and the"
                + " file holds no mean and variance to use instead");
  }

  private static ModelProto norm(long opset, boolean training) {
    GraphBuilder graph = GraphBuilder.named("norm");
    String stem = stem(graph);
    List<String> inputs =
        List.of(
            stem,
            ones(graph, "scale"),
            ones(graph, "shift"),
            graph.constant("mean", new FloatTensor(Shape.of(3), new float[] {.1f, -.2f, .3f})),
            graph.constant("variance", new FloatTensor(Shape.of(3), new float[] {2, 3, 4})));
    boolean attribute = training && opset >= 14;
    graph.output(
        graph.node(
            "norm",
            "BatchNormalization",
            inputs,
            attribute ? ints("training_mode", 1) : new AttributeProto[0]));
    ModelProto.Builder model = withOpset(graph.model(), opset).toBuilder();
    if (training) {
      List<String> more =
          attribute ? List.of("running.mean", "running.variance") : List.of("m", "v", "sm", "sv");
      model.getGraphBuilder().getNodeBuilder(1).addAllOutput(more);
    }
    return model.build();
  }

  private static String stem(GraphBuilder graph) {
    return graph.relu("stem", graph.input("x", 3, SIZE, SIZE));
  }

  private static Arguments named(String name, long opset, Nodes nodes, String... more) {
    GraphBuilder graph = GraphBuilder.named(name);
    String layer = nodes.apply(graph, stem(graph));
    graph.output(layer);
    List<Object> all = new ArrayList<>();
    all.add(name);
    all.add(OnnxGraph.of(withOpset(graph.model(), opset), name));
    all.add(layer);
    all.addAll(List.of(more));
    return Arguments.of(all.toArray());
  }

  private static ModelProto withOpset(ModelProto model, long opset) {
    return model.toBuilder()
        .clearOpsetImport()
        .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(opset))
        .build();
  }

  private static AttributeProto[] ints(String name, long... values) {
    boolean list = values.length > 1;
    return new AttributeProto[] {
      list ? Attributes.integers(name, values) : Attributes.integer(name, values[0])
    };
  }

  private static AttributeProto[] perm(long... order) {
    return new AttributeProto[] {Attributes.integers("perm", order)};
  }

  private static AttributeProto graph(String name, GraphProto graph) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.GRAPH)
        .setG(graph)
        .build();
  }

  private static String next(GraphBuilder graph, String operator) {
    return operator + graph.model().getGraph().getNodeCount();
  }

  private static String op(GraphBuilder graph, String operator, String... in) {
    return op(graph, operator, new AttributeProto[0], in);
  }

  private static String op(GraphBuilder graph, String op, AttributeProto[] how, String... in) {
    return graph.node(next(graph, op), op, List.of(in), how);
  }

  private static String to(GraphBuilder graph, String in, long... extents) {
    String name = next(graph, "shape");
    List<Long> target = new ArrayList<>();
    for (long extent : extents) {
      target.add(extent);
    }
    return op(graph, "Reshape", in, graph.constant(name, target));
  }

  private static String turned(GraphBuilder graph, String in) {
    return op(graph, "Transpose", perm(1, 0, 2, 3), in);
  }

  private static String list(GraphBuilder graph, Long... values) {
    return graph.constant(next(graph, "list") + values.length + values[0], List.of(values));
  }

  private static String ones(GraphBuilder graph, String name) {
    return graph.constant(name, new FloatTensor(Shape.of(3), new float[] {1, 1, 1}));
  }

  private static TensorProto truth(int value) {
    return TensorProto.newBuilder()
        .setDataType(DataType.BOOL_VALUE)
        .setRawData(ByteString.copyFrom(new byte[] {(byte) value}))
        .build();
  }

  private static String dropout(GraphBuilder g, String x, int training) {
    TensorProto half =
        TensorProto.newBuilder().setDataType(DataType.FLOAT_VALUE).addFloatData(.5f).build();
    String ratio = g.node("ratio", "Constant", List.of(), Attributes.tensor("value", half));
    String mode =
        g.node("mode", "Constant", List.of(), Attributes.tensor("value", truth(training)));
    return g.node("dropped", "Dropout", List.of(x, ratio, mode), ints("seed", 3));
  }

  private static String shuffled(GraphBuilder g, String x) {
    String two = op(g, "Concat", ints("axis", 1), x, op(g, "Neg", x));
    String groups = op(g, "Transpose", perm(0, 2, 1, 3, 4), to(g, two, -1, 2, 3, 4, 4));
    return to(g, groups, -1, 6, 4, 4);
  }

  /** As Swin does: windows become images of their own and go back. */
  private static String windows(GraphBuilder g, String x) {
    String cut = to(g, op(g, "Transpose", perm(0, 2, 3, 1), x), -1, 2, 2, 2, 2, 3);
    String windows = to(g, op(g, "Transpose", perm(0, 1, 3, 2, 4, 5), cut), -1, 4, 3);
    String scores = op(g, "MatMul", windows, op(g, "Transpose", perm(0, 2, 1), windows));
    String mixed = op(g, "MatMul", op(g, "Softmax", ints("axis", -1), scores), windows);
    String back = op(g, "Transpose", perm(0, 1, 3, 2, 4, 5), to(g, mixed, -1, 2, 2, 2, 2, 3));
    return op(g, "Transpose", perm(0, 3, 1, 2), to(g, back, -1, 4, 4, 3));
  }

  /** As ViT does, with queries, keys and values in one tensor. */
  private static String attention(GraphBuilder g, String x) {
    String tokens = op(g, "Transpose", perm(0, 2, 1), to(g, x, 0, 3, -1));
    String all = op(g, "Concat", ints("axis", 2), tokens, tokens, tokens);
    String heads = op(g, "Transpose", perm(2, 0, 3, 1, 4), to(g, all, -1, 16, 3, 3, 1));
    List<String> qkv = new ArrayList<>();
    for (long i = 0; i < 3; i++) {
      TensorProto at =
          TensorProto.newBuilder().setDataType(DataType.INT64_VALUE).addInt64Data(i).build();
      String index = op(g, "Constant", new AttributeProto[] {Attributes.tensor("value", at)});
      qkv.add(op(g, "Gather", ints("axis", 0), heads, index));
    }
    String scores = op(g, "MatMul", qkv.get(0), op(g, "Transpose", perm(0, 1, 3, 2), qkv.get(1)));
    String mixed = op(g, "MatMul", op(g, "Softmax", ints("axis", -1), scores), qkv.get(2));
    return to(g, op(g, "Transpose", perm(0, 2, 1, 3), mixed), -1, 16, 3);
  }

  /** As torch's own attention does: steps first, heads and images in one axis. */
  private static String sequenceFirst(GraphBuilder g, String x) {
    String tokens = op(g, "Transpose", perm(1, 0, 2), to(g, x, -1, 16, 3));
    String heads = op(g, "Transpose", perm(1, 0, 2), to(g, tokens, 16, -1, 1));
    String scores = op(g, "MatMul", heads, op(g, "Transpose", perm(0, 2, 1), heads));
    String mixed = op(g, "MatMul", op(g, "Softmax", ints("axis", -1), scores), heads);
    String back = to(g, op(g, "Transpose", perm(1, 0, 2), mixed), 16, -1, 3);
    return op(g, "Transpose", perm(1, 0, 2), back);
  }

  private static String token(GraphBuilder g, String x) {
    String token = g.constant("token", new FloatTensor(Shape.of(1, 1, 3), new float[] {1, 2, 3}));
    String n = op(g, "Gather", op(g, "Shape", x), list(g, 0L));
    String target = op(g, "Concat", ints("axis", 0), n, list(g, 1L), list(g, 3L));
    String tokens = op(g, "Expand", token, target);
    return op(g, "Concat", ints("axis", 1), tokens, to(g, x, -1, 16, 3));
  }

  private static String instanceNorm(GraphBuilder g, String x) {
    return op(g, "InstanceNormalization", x, ones(g, "s"), ones(g, "b"));
  }

  private static String excited(GraphBuilder g, String x) {
    return op(g, "Mul", x, op(g, "Sigmoid", op(g, "GlobalAveragePool", x)));
  }

  private static String scalar(GraphBuilder g, String name, float value) {
    return g.constant(name, new FloatTensor(Shape.of(1), new float[] {value}));
  }

  private static String quantised(GraphBuilder g, String x) {
    String scale = scalar(g, "scale", .02f);
    return op(g, "Add", op(g, "DequantizeLinear", op(g, "QuantizeLinear", x, scale), scale), x);
  }

  private static String best(GraphBuilder g, String x) {
    AttributeProto to = Attributes.integer("to", 1);
    return op(g, "Cast", new AttributeProto[] {to}, op(g, "ArgMax", ints("axis", 1), x));
  }

  private static String resized(GraphBuilder g, String x) {
    String scales = g.constant("scales", new FloatTensor(Shape.of(4), new float[] {1, 1, 2, 2}));
    return op(g, "Resize", x, "", scales);
  }

  private static String letters(GraphBuilder g, String x) {
    AttributeProto how = Attributes.text("equation", "nchw,nchv->nwv");
    return op(g, "Einsum", new AttributeProto[] {how}, x, x);
  }

  private static String rows(GraphBuilder g, String x) {
    return to(g, x, -1, 12, 4);
  }

  /** Reads {@code [step, image, feature]}; the result is turned back to the order of its input. */
  private static String recurrent(GraphBuilder g, String steps) {
    FloatTensor in = Running.noise(1, 4, 5);
    String w =
        g.constant(
            "w", new FloatTensor(Shape.of(1, 8, 4), java.util.Arrays.copyOf(in.values(), 32)));
    String r =
        g.constant(
            "r", new FloatTensor(Shape.of(1, 8, 2), java.util.Arrays.copyOf(in.values(), 16)));
    String y = op(g, "LSTM", ints("hidden_size", 2), steps, w, r);
    boolean imagesFirst = steps.startsWith("Reshape");
    return imagesFirst ? y : op(g, "Transpose", perm(2, 0, 1, 3), y);
  }

  private static String byLargest(GraphBuilder g, String x) {
    return op(g, "Div", x, op(g, "ReduceMax", ints("keepdims", 0), x));
  }

  private static String centred(GraphBuilder g, String x) {
    return op(g, "Sub", x, op(g, "ReduceMean", x));
  }

  private static String baked(GraphBuilder g, String x) {
    String flat = op(g, "Softmax", ints("axis", 1), to(g, x, 1, -1));
    return to(g, flat, -1, 3, 4, 4);
  }

  private static String firstImage(GraphBuilder g, String x) {
    return op(g, "Sub", x, op(g, "Gather", ints("axis", 0), x, list(g, 0L)));
  }

  private static String rolled(GraphBuilder g, String x) {
    return op(g, "Pad", x, list(g, 1L, 0L, 0L, 0L, -1L, 0L, 0L, 0L));
  }

  private static String cumulative(GraphBuilder g, String x) {
    return op(g, "CumSum", x, list(g, 0L));
  }

  private static String imageAttention(GraphBuilder g, String x) {
    String flat = op(g, "Flatten", x);
    String scores = op(g, "Gemm", ints("transB", 1), flat, flat);
    return op(g, "MatMul", op(g, "Softmax", ints("axis", 1), scores), flat);
  }

  private static String eye(GraphBuilder g, String x) {
    String flat = op(g, "Flatten", x);
    return op(g, "Add", flat, op(g, "EyeLike", flat));
  }

  private static String byNumber(GraphBuilder g, String x) {
    String n = op(g, "Gather", op(g, "Shape", x), list(g, 0L));
    return op(g, "Div", x, op(g, "Cast", new AttributeProto[] {Attributes.integer("to", 1)}, n));
  }

  private static String dynamic(GraphBuilder g, String x) {
    String name = next(g, "q");
    NodeProto node =
        NodeProto.newBuilder()
            .setName(name)
            .setOpType("DynamicQuantizeLinear")
            .addInput(x)
            .addAllOutput(List.of(name, name + ".scale", name + ".zero"))
            .build();
    g.node(node);
    return op(g, "DequantizeLinear", name, name + ".scale", name + ".zero");
  }

  private static String computedNorm(GraphBuilder g, String x) {
    String mean =
        g.node("mean", "ReduceMean", List.of(x), ints("axes", 0, 2, 3)[0], ints("keepdims", 0)[0]);
    return op(g, "BatchNormalization", x, ones(g, "s"), ones(g, "b"), mean, ones(g, "v"));
  }
}
