package io.chiasm.networks.graph;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The tensors that a node reads, those included that graphs inside it (of {@code If}, {@code Loop},
 * {@code Scan}) mention: they may see every tensor around them. Names that exist only inside are
 * among them; whoever looks one up outside finds nothing.
 */
public final class Needs {
  private Needs() {}

  public static Set<String> of(Node node) {
    Set<String> names = new LinkedHashSet<>();
    collect(node.proto(), names);
    return names;
  }

  private static void collect(NodeProto node, Set<String> names) {
    node.getInputList().stream().filter(n -> !n.isEmpty()).forEach(names::add);
    for (AttributeProto attribute : node.getAttributeList()) {
      if (attribute.hasG()) {
        collect(attribute.getG(), names);
      }
      attribute.getGraphsList().forEach(g -> collect(g, names));
    }
  }

  private static void collect(GraphProto graph, Set<String> names) {
    graph.getNodeList().forEach(n -> collect(n, names));
    graph.getOutputList().stream().map(ValueInfoProto::getName).forEach(names::add);
  }
}
