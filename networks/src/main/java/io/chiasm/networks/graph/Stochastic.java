package io.chiasm.networks.graph;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.FunctionProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds nodes that no stored number decides: those that draw random numbers, and, inside graphs of
 * other nodes and functions, batch norms of training. A seed makes the first run of a session
 * repeatable only.
 */
public final class Stochastic {
  private static final Set<String> STANDARD =
      Set.of(
          "RandomNormal",
          "RandomNormalLike",
          "RandomUniform",
          "RandomUniformLike",
          "Bernoulli",
          "Multinomial");

  /** Names that other domains give such operators: BiasDropout, Sampling … */
  private static final Pattern OTHERS =
      Pattern.compile("(?i)sampling|.*(random|dropout|bernoulli|multinomial).*");

  private final Map<List<String>, FunctionProto> functions = new HashMap<>();
  private final long opset;

  /** For the nodes of a model. */
  public Stochastic(ModelProto model, long opset) {
    this.opset = opset;
    for (FunctionProto function : model.getFunctionsList()) {
      functions.put(List.of(domain(function.getDomain()), function.getName()), function);
    }
  }

  /** Whether the model itself says what this node does. */
  public boolean isFunction(Node node) {
    return function(node.proto()) != null;
  }

  private @Nullable FunctionProto function(NodeProto node) {
    return functions.get(List.of(domain(node.getDomain()), node.getOpType()));
  }

  private static String domain(String domain) {
    return Node.isStandard(domain) ? "" : domain;
  }

  /** Why a node gives no answer that the file decides; null if it gives one. */
  public @Nullable String reason(Node node) {
    NodeProto found = in(node.proto(), new HashSet<>(), true);
    if (found == null) {
      return null;
    }
    String why =
        InferenceForm.isTrainingNorm(found, opset)
            ? " normalises by the statistics of its batch"
            : " gives another answer each time";
    return found == node.proto()
        ? node.description() + why
        : node.description() + ": in it " + new Node(found).description() + why;
  }

  private @Nullable NodeProto in(NodeProto node, Set<FunctionProto> seen, boolean outermost) {
    FunctionProto function = function(node);
    if (function != null) {
      return seen.add(function) ? in(function.getNodeList(), seen) : null;
    }
    boolean standard = Node.isStandard(node.getDomain());
    boolean draws = standard ? STANDARD.contains(node.getOpType()) : drawsByName(node);
    if (draws || (!outermost && InferenceForm.isTrainingNorm(node, opset))) {
      return node;
    }
    for (AttributeProto attribute : node.getAttributeList()) {
      NodeProto found = attribute.hasG() ? in(attribute.getG().getNodeList(), seen) : null;
      for (GraphProto graph : attribute.getGraphsList()) {
        found = found == null ? in(graph.getNodeList(), seen) : found;
      }
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static boolean drawsByName(NodeProto node) {
    return OTHERS.matcher(node.getOpType()).matches();
  }

  private @Nullable NodeProto in(List<NodeProto> nodes, Set<FunctionProto> seen) {
    for (NodeProto node : nodes) {
      NodeProto found = in(node, seen, false);
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
