package io.chiasm.networks.graph;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.FunctionProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Nodes that were exported as in training, made to compute what they do in evaluation: dropout
 * passes everything through, batch norm uses its stored mean and variance. Nodes in other forms
 * stay as they are.
 */
public final class InferenceForm {
  /** From this version on an attribute tells training, before it the number of outputs does. */
  private static final long TRAINING_ATTRIBUTE = 14;

  private static final int TRAINING_MODE = 2;

  private final long opset;
  private final Map<String, TensorProto> constants;

  private InferenceForm(long opset, Map<String, TensorProto> constants) {
    this.opset = opset;
    this.constants = constants;
  }

  /** For the nodes of a file. */
  public static InferenceForm of(OnnxFile file) {
    Map<String, TensorProto> constants = new HashMap<>(file.initialisers());
    for (Node node : file.nodes()) {
      if (node.operator().equals("Constant")) {
        node.tensor("value").ifPresent(t -> constants.put(node.output(0), t));
      }
    }
    return new InferenceForm(file.opset(), constants);
  }

  /** A node as in evaluation; itself where it is so already. */
  public Node of(Node node) {
    NodeProto proto = of(node.proto());
    return proto == node.proto() ? node : new Node(proto);
  }

  /** Whether a node is a batch norm that normalises by the statistics of its batch. */
  public boolean isTrainingNorm(Node node) {
    return isTrainingNorm(node.proto(), opset);
  }

  static boolean isTrainingNorm(NodeProto node, long opset) {
    if (!isStandard(node, "BatchNormalization") || node.getOutputCount() == 0) {
      return false;
    }
    boolean statistics = node.getOutputList().stream().skip(1).anyMatch(o -> !o.isEmpty());
    return opset < TRAINING_ATTRIBUTE ? statistics : trains(node);
  }

  private static boolean trains(NodeProto node) {
    return node.getAttributeList().stream()
        .anyMatch(a -> a.getName().equals("training_mode") && a.getI() != 0);
  }

  private static boolean isStandard(NodeProto node, String operator) {
    return Node.isStandard(node.getDomain()) && node.getOpType().equals(operator);
  }

  /** What was changed in a node, in words; null if nothing. */
  public @Nullable String note(Node node) {
    if (of(node) == node) {
      return null;
    }
    return isTrainingNorm(node)
        ? node.description() + " is in training form; its stored mean and variance are used"
        : node.description() + " is in training form; dropout is left out";
  }

  /** A model whose functions are as in evaluation. */
  ModelProto.Builder functions(ModelProto model) {
    ModelProto.Builder changed = model.toBuilder();
    for (int f = 0; f < model.getFunctionsCount(); f++) {
      FunctionProto.Builder function = model.getFunctions(f).toBuilder();
      for (int n = 0; n < function.getNodeCount(); n++) {
        function.setNode(n, of(function.getNode(n)));
      }
      changed.setFunctions(f, function);
    }
    return changed;
  }

  private NodeProto of(NodeProto node) {
    if (isTrainingNorm(node, opset)) {
      return inferring(node);
    }
    if (isStandard(node, "Dropout") && drops(node)) {
      NodeProto.Builder changed = node.toBuilder().clearInput();
      return changed.addAllInput(node.getInputList().subList(0, TRAINING_MODE)).build();
    }
    boolean graphs =
        node.getAttributeList().stream().anyMatch(a -> a.hasG() || a.getGraphsCount() > 0);
    return graphs ? inside(node) : node;
  }

  private boolean drops(NodeProto node) {
    if (node.getInputCount() <= TRAINING_MODE || node.getInput(TRAINING_MODE).isEmpty()) {
      return false;
    }
    TensorProto mode = constants.get(node.getInput(TRAINING_MODE));
    return mode == null || !isFalse(mode);
  }

  private static boolean isFalse(TensorProto mode) {
    return mode.hasRawData()
        ? mode.getRawData().size() == 1 && mode.getRawData().byteAt(0) == 0
        : mode.getInt32DataCount() == 1 && mode.getInt32Data(0) == 0;
  }

  private static NodeProto inferring(NodeProto node) {
    NodeProto.Builder changed = node.toBuilder().clearAttribute().clearOutput();
    node.getAttributeList().stream()
        .filter(a -> !a.getName().equals("training_mode"))
        .forEach(changed::addAttribute);
    return changed.addOutput(node.getOutput(0)).build();
  }

  private NodeProto inside(NodeProto node) {
    NodeProto.Builder changed = node.toBuilder();
    for (int a = 0; a < node.getAttributeCount(); a++) {
      AttributeProto.Builder attribute = node.getAttribute(a).toBuilder();
      if (attribute.hasG()) {
        attribute.setG(of(attribute.getG()));
      }
      for (int g = 0; g < attribute.getGraphsCount(); g++) {
        attribute.setGraphs(g, of(attribute.getGraphs(g)));
      }
      changed.setAttribute(a, attribute);
    }
    NodeProto built = changed.build();
    return built.equals(node) ? node : built;
  }

  private GraphProto of(GraphProto graph) {
    GraphProto.Builder changed = graph.toBuilder();
    for (int n = 0; n < graph.getNodeCount(); n++) {
      changed.setNode(n, of(graph.getNode(n)));
    }
    return changed.build();
  }
}
