package io.chiasm.networks.graph;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Nodes around a network that turn axes and change element types, where the file's are others than
 * those that come and go. A network whose are the same gets none.
 */
final class EdgeNodes {
  private final Set<String> taken = new HashSet<>();
  private final List<NodeProto> before = new ArrayList<>();
  private final List<NodeProto> after = new ArrayList<>();

  EdgeNodes(OnnxFile file) {
    taken.add(file.input().name());
    taken.addAll(file.initialisers().keySet());
    for (Node node : file.nodes()) {
      taken.addAll(node.outputs());
      taken.addAll(Needs.of(node));
    }
  }

  /** Nodes that make the file's own input. */
  List<NodeProto> before() {
    return before;
  }

  /** Nodes that make outputs. */
  List<NodeProto> after() {
    return after;
  }

  /** Name of the float32 input {@code [image, channel, row, column]}. */
  String image(ImageInput input) {
    boolean cast = input.type() != DataType.FLOAT_VALUE;
    boolean turn = input.layout() != PixelLayout.NCHW;
    if (!cast && !turn) {
      return input.name();
    }
    String given = unused(input.name() + ".given");
    String turned = turn && cast ? unused(input.name() + ".turned") : turn ? input.name() : given;
    if (turn) {
      before.add(transpose(given, turned, input.layout().fromChannelsFirst()));
    }
    if (cast) {
      before.add(cast(turned, input.name(), input.type()));
    }
    return given;
  }

  /** The output that reads a tensor. */
  ValueInfoProto output(Tap tap) {
    String name = tap.tensor();
    if (tap.cast()) {
      String real = unused(tap.tensor() + ".float32");
      after.add(cast(name, real, DataType.FLOAT_VALUE));
      name = real;
    }
    if (!tap.order().isEmpty()) {
      String turned = unused(tap.tensor() + ".turned");
      after.add(transpose(name, turned, tap.order()));
      name = turned;
    }
    return tap.shape() == null ? FloatValue.of(name) : FloatValue.of(name, tap.shape());
  }

  private String unused(String wish) {
    String name = wish;
    while (!taken.add(name)) {
      name += "_";
    }
    return name;
  }

  private static NodeProto transpose(String from, String to, List<Long> order) {
    return node("Transpose", from, to)
        .addAttribute(
            AttributeProto.newBuilder()
                .setName("perm")
                .setType(AttributeProto.AttributeType.INTS)
                .addAllInts(order))
        .build();
  }

  private static NodeProto cast(String from, String to, int type) {
    return node("Cast", from, to)
        .addAttribute(
            AttributeProto.newBuilder()
                .setName("to")
                .setType(AttributeProto.AttributeType.INT)
                .setI(type))
        .build();
  }

  private static NodeProto.Builder node(String operator, String from, String to) {
    return NodeProto.newBuilder().setName(to).setOpType(operator).addInput(from).addOutput(to);
  }
}
