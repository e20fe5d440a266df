package io.chiasm.networks.graph;

import java.util.HashSet;
import java.util.Set;

/**
 * Tensors that tell of a map as a whole: what pools it to one position, and what is computed from
 * such tensors alone. A gate, as squeeze-and-excitation has it (doi:10.1109/CVPR.2018.00745),
 * weighs channels by them.
 */
final class Gates {
  private static final Set<String> POOLING =
      Set.of(
          "GlobalAveragePool",
          "GlobalMaxPool",
          "GlobalLpPool",
          "AveragePool",
          "MaxPool",
          "ReduceMean",
          "ReduceMax",
          "ReduceMin",
          "ReduceSum",
          "ReduceL1",
          "ReduceL2");

  private Gates() {}

  /**
   * @param maps names of the tensors with columns
   */
  static Set<String> of(OnnxFile file, Set<String> maps) {
    Set<String> content = Dependence.of(file).content();
    Set<String> gates = new HashSet<>();
    for (Node node : file.nodes()) {
      Set<String> seen = new HashSet<>(Needs.of(node));
      seen.retainAll(content);
      boolean pools = POOLING.contains(node.operator()) && maps.containsAll(seen);
      if (!seen.isEmpty() && (gates.containsAll(seen) || pools)) {
        node.outputs().stream().filter(output -> !maps.contains(output)).forEach(gates::add);
      }
    }
    gates.remove("");
    return gates;
  }
}
