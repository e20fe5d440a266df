package io.chiasm.networks.shape;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.chiasm.networks.graph.BadGraphException;
import io.chiasm.networks.graph.Node;
import io.chiasm.networks.graph.NumberKind;
import java.util.Map;
import java.util.Set;

/**
 * Refuses operators that ONNX Runtime 1.29 does not compute in the precision of their input on a
 * processor. Of float16 it lacks none.
 */
final class MissingKernels {
  /** Operators without float64, by their standard names. */
  static final Set<String> OF_FLOAT64 =
      Set.of(
          "AveragePool",
          "Conv",
          "ConvTranspose",
          "Elu",
          "Erf",
          "Gelu",
          "GlobalAveragePool",
          "GlobalMaxPool",
          "HardSigmoid",
          "HardSwish",
          "InstanceNormalization",
          "LRN",
          "LeakyRelu",
          "PRelu",
          "Resize",
          "Selu",
          "Softplus");

  /** Operators without bfloat16 that are not among those without float64. */
  static final Set<String> OF_BFLOAT16_ONLY =
      Set.of(
          "Add",
          "BatchNormalization",
          "LayerNormalization",
          "MatMul",
          "MaxPool",
          "Mul",
          "Pad",
          "Pow",
          "ReduceMean",
          "Relu",
          "Sigmoid",
          "Softmax",
          "Sqrt",
          "Tanh");

  private MissingKernels() {}

  static void check(Node node, Map<String, Fact> facts) {
    Fact first = node.hasInput(0) ? facts.get(node.input(0)) : null;
    if (first != null && isMissing(node.operator(), first.type())) {
      throw new BadGraphException(
          "cannot be computed in %s on a processor; export the network in float32"
              .formatted(NumberKind.name(first.type())));
    }
  }

  private static boolean isMissing(String operator, int type) {
    return switch (type) {
      case DataType.DOUBLE_VALUE -> OF_FLOAT64.contains(operator);
      case DataType.BFLOAT16_VALUE ->
          OF_FLOAT64.contains(operator) || OF_BFLOAT16_ONLY.contains(operator);
      default -> false;
    };
  }
}
