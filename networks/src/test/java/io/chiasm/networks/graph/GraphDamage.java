package io.chiasm.networks.graph;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.Random;

/** Changes a graph so that it stays readable but makes no sense. */
public final class GraphDamage {
  private static final long[] ABSURD = {
    0, -1, -2, 1, 2, 3, 5, 7, 64, 1L << 31, 1L << 40, Long.MAX_VALUE, Long.MIN_VALUE
  };

  private GraphDamage() {}

  public static void damage(GraphProto.Builder graph, Random random) {
    int changes = 1 + random.nextInt(2);
    for (int i = 0; i < changes; i++) {
      NodeProto.Builder node = graph.getNodeBuilder(random.nextInt(graph.getNodeCount()));
      switch (random.nextInt(6)) {
        case 0 -> attribute(node, random);
        case 1 -> rewire(graph, node, random);
        case 2 -> operator(graph, node, random);
        case 3 -> extents(graph, random);
        case 4 -> numbers(graph, random);
        default -> inputs(node, random);
      }
    }
  }

  private static long absurd(Random random) {
    return ABSURD[random.nextInt(ABSURD.length)];
  }

  private static void attribute(NodeProto.Builder node, Random random) {
    if (node.getAttributeCount() == 0) {
      node.addAttribute(AttributeProto.newBuilder().setName("axis").setI(absurd(random)));
      return;
    }
    AttributeProto.Builder attribute =
        node.getAttributeBuilder(random.nextInt(node.getAttributeCount()));
    attribute.setI(absurd(random));
    if (attribute.getIntsCount() > 0) {
      attribute.setInts(random.nextInt(attribute.getIntsCount()), absurd(random));
    }
    if (random.nextInt(4) == 0) {
      attribute.addInts(absurd(random));
    }
    if (random.nextInt(6) == 0) {
      attribute.clearInts();
    }
  }

  private static void rewire(GraphProto.Builder graph, NodeProto.Builder node, Random random) {
    if (node.getInputCount() > 0) {
      NodeProto other = graph.getNode(random.nextInt(graph.getNodeCount()));
      TensorProto weight = graph.getInitializer(random.nextInt(graph.getInitializerCount()));
      String name = random.nextBoolean() ? other.getOutput(0) : weight.getName();
      node.setInput(random.nextInt(node.getInputCount()), name);
    }
  }

  private static void operator(GraphProto.Builder graph, NodeProto.Builder node, Random random) {
    node.setOpType(graph.getNode(random.nextInt(graph.getNodeCount())).getOpType());
  }

  private static void extents(GraphProto.Builder graph, Random random) {
    TensorProto.Builder tensor =
        graph.getInitializerBuilder(random.nextInt(graph.getInitializerCount()));
    switch (random.nextInt(3)) {
      case 0 -> tensor.addDims(1);
      case 1 -> tensor.clearDims().addDims(tensor.getRawData().size() / 4);
      default -> tensor.clearDims().addDims(0).clearRawData();
    }
  }

  private static void numbers(GraphProto.Builder graph, Random random) {
    TensorProto.Builder tensor =
        graph.getInitializerBuilder(random.nextInt(graph.getInitializerCount()));
    int count = random.nextInt(5);
    tensor.clearDims().clearRawData().clearFloatData().addDims(count).setDataType(7);
    for (int i = 0; i < count; i++) {
      tensor.addInt64Data(absurd(random));
    }
  }

  private static void inputs(NodeProto.Builder node, Random random) {
    if (random.nextBoolean()) {
      node.clearInput();
    } else if (node.getInputCount() > 0) {
      node.setInput(random.nextInt(node.getInputCount()), "");
    }
  }
}
