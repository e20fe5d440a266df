package io.chiasm.networks.construction;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import io.chiasm.contracts.study.Normalisation;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.Shape;
import io.chiasm.networks.graph.FloatValue;
import io.chiasm.networks.graph.ImageSize;
import io.chiasm.networks.graph.TensorContent;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Makes an ONNX graph, one node at a time. Every method takes names of tensors and returns the name
 * of the tensor that it adds. The same calls give the same bytes.
 */
public final class GraphBuilder {
  private static final long IR_VERSION = 8;
  private static final long OPSET = 17;

  private final GraphProto.Builder graph = GraphProto.newBuilder();
  private final ModelProto.Builder model = ModelProto.newBuilder().setIrVersion(IR_VERSION);

  private GraphBuilder(String name) {
    graph.setName(name);
    model
        .setProducerName("chiasm")
        .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPSET));
  }

  /** An empty graph. */
  public static GraphBuilder named(String name) {
    return new GraphBuilder(name);
  }

  /** The image {@code [image, channel, row, column]}, red first, with its metadata. */
  public String input(String name, ImageSize size, Normalisation normalisation) {
    metadata("input.mean", numbers(normalisation.mean()));
    metadata("input.std", numbers(normalisation.std()));
    metadata("input.layout", "NCHW");
    metadata("input.color", "RGB");
    return input(name, 3, size.height(), size.width());
  }

  /** An image without metadata; an extent of 0 is left open. */
  public String input(String name, long channels, long height, long width) {
    graph.addInput(FloatValue.of(name, Shape.of(channels, height, width)));
    return name;
  }

  private static String numbers(List<Double> values) {
    return values.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  /** A note in the file. */
  public GraphBuilder metadata(String key, String value) {
    model.addMetadataProps(StringStringEntryProto.newBuilder().setKey(key).setValue(value));
    return this;
  }

  /** Constant float32 numbers. */
  public String constant(String name, FloatTensor tensor) {
    graph.addInitializer(TensorContent.floats(name, tensor.shape().extents(), tensor.values()));
    return name;
  }

  /** Constant whole numbers along one axis. */
  public String constant(String name, List<Long> values) {
    graph.addInitializer(TensorContent.integers(name, values));
    return name;
  }

  /** Any operator with one result. */
  public String node(
      String name, String operator, List<String> inputs, AttributeProto... attributes) {
    graph.addNode(
        NodeProto.newBuilder()
            .setName(name)
            .setOpType(operator)
            .addAllInput(inputs)
            .addOutput(name)
            .addAllAttribute(List.of(attributes)));
    return name;
  }

  /** Any operator with any number of results. */
  public GraphBuilder node(NodeProto node) {
    graph.addNode(node);
    return this;
  }

  /**
   * A convolution without bias.
   *
   * @param weights {@code [out, in / group, row, column]}
   */
  public String conv(String name, String in, FloatTensor weights, Convolution steps) {
    return conv(name, List.of(in, constant(name + ".weight", weights)), weights, steps);
  }

  /**
   * A convolution.
   *
   * @param weights {@code [out, in / group, row, column]}
   * @param bias {@code [out]}
   */
  public String conv(
      String name, String in, FloatTensor weights, FloatTensor bias, Convolution steps) {
    String weight = constant(name + ".weight", weights);
    return conv(name, List.of(in, weight, constant(name + ".bias", bias)), weights, steps);
  }

  private String conv(String name, List<String> inputs, FloatTensor weights, Convolution steps) {
    return node(
        name,
        "Conv",
        inputs,
        Attributes.integers("dilations", steps.dilation(), steps.dilation()),
        Attributes.integer("group", steps.group()),
        Attributes.integers("kernel_shape", weights.shape().extent(2), weights.shape().extent(3)),
        pads(steps),
        Attributes.integers("strides", steps.stride(), steps.stride()));
  }

  private static AttributeProto pads(Convolution steps) {
    return Attributes.integers(
        "pads", steps.before(), steps.before(), steps.after(), steps.after());
  }

  /** Means of square windows; padding does not count. */
  public String averagePool(String name, String in, int kernel, Convolution steps) {
    return node(
        name,
        "AveragePool",
        List.of(in),
        Attributes.integers("kernel_shape", kernel, kernel),
        pads(steps),
        Attributes.integers("strides", steps.stride(), steps.stride()));
  }

  public String relu(String name, String in) {
    return node(name, "Relu", List.of(in));
  }

  public String add(String name, String left, String right) {
    return node(name, "Add", List.of(left, right));
  }

  public String multiply(String name, String left, String right) {
    return node(name, "Mul", List.of(left, right));
  }

  public String square(String name, String in) {
    return multiply(name, in, in);
  }

  public String squareRoot(String name, String in) {
    return node(name, "Sqrt", List.of(in));
  }

  /** The same values under another name. */
  public String identity(String name, String in) {
    return node(name, "Identity", List.of(in));
  }

  /** Makes a tensor an output of the graph. */
  public GraphBuilder output(String tensor) {
    graph.addOutput(FloatValue.of(tensor));
    return this;
  }

  /**
   * Makes a tensor of declared shape an output of the graph.
   *
   * @param perImage extents without the first axis, the images
   */
  public GraphBuilder output(String tensor, Shape perImage) {
    graph.addOutput(FloatValue.of(tensor, perImage));
    return this;
  }

  /** The model so far. */
  public ModelProto model() {
    return model.clone().setGraph(graph).build();
  }

  /** The bytes of the ONNX file. */
  public byte[] bytes() {
    return model().toByteArray();
  }
}
