package io.chiasm.networks.graph;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.FunctionProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;

/** Refuses a model that is incomplete or whose tensors are not all in the file. */
final class ModelCheck {
  /** The largest torchvision classifiers have about 2,000 nodes. */
  private static final int MAX_NODES = 100_000;

  private ModelCheck() {}

  static void check(ModelProto model) {
    if (!model.hasGraph()) {
      throw new BadGraphException("is not an ONNX model: it has no graph");
    }
    checkCounts(model.getGraph());
    model.getGraph().getNodeList().forEach(ModelCheck::requireOutput);
    RuntimeLimits.check(model);
    check(model.getGraph());
    for (FunctionProto function : model.getFunctionsList()) {
      function.getNodeList().forEach(ModelCheck::check);
    }
  }

  private static void checkCounts(GraphProto graph) {
    if (graph.getNodeCount() == 0) {
      throw new BadGraphException("its graph has no node");
    }
    if (graph.getNodeCount() > MAX_NODES) {
      throw new BadGraphException(
          "its graph has " + graph.getNodeCount() + " nodes, more than " + MAX_NODES);
    }
  }

  private static void requireOutput(NodeProto node) {
    if (node.getOutputCount() == 0) {
      throw new BadGraphException(new Node(node).description() + " makes no tensor");
    }
  }

  private static void check(GraphProto graph) {
    graph.getInitializerList().forEach(t -> TensorCheck.check(t, "initialiser"));
    if (graph.getSparseInitializerCount() > 0) {
      throw new BadGraphException("has sparse initialisers, which are not supported");
    }
    graph.getNodeList().forEach(ModelCheck::check);
  }

  private static void check(NodeProto node) {
    for (AttributeProto attribute : node.getAttributeList()) {
      if (attribute.hasT()) {
        TensorCheck.check(attribute.getT(), "attribute '" + attribute.getName() + "', tensor");
      }
      attribute.getTensorsList().forEach(t -> TensorCheck.check(t, "attribute tensor"));
      if (attribute.hasG()) {
        check(attribute.getG());
      }
      attribute.getGraphsList().forEach(ModelCheck::check);
    }
  }
}
