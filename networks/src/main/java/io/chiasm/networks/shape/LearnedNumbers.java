package io.chiasm.networks.shape;

import io.chiasm.networks.graph.Needs;
import io.chiasm.networks.graph.Node;
import io.chiasm.networks.graph.NumberKind;
import io.chiasm.networks.graph.OnnxFile;
import io.chiasm.networks.graph.TensorContent;
import java.util.HashSet;
import java.util.Set;

/**
 * How many numbers training learned in a graph: fractions with at least one axis that a node reads,
 * but for the running mean and variance of a batch norm. A norm that is folded into a convolution
 * counts by what is left of it, its shift.
 */
public final class LearnedNumbers {
  private static final String NORM = "BatchNormalization";
  private static final int MEAN = 3;
  private static final int VARIANCE = 4;

  private LearnedNumbers() {}

  /** The number of them; a tensor that several nodes read counts once. */
  public static long of(OnnxFile file) {
    Set<String> read = new HashSet<>();
    Set<String> statistics = new HashSet<>();
    for (Node node : file.nodes()) {
      read.addAll(Needs.of(node));
      if (node.operator().equals(NORM)) {
        statistics.add(node.input(MEAN));
        statistics.add(node.input(VARIANCE));
      }
    }
    read.removeAll(statistics);
    return file.initialisers().entrySet().stream()
        .filter(tensor -> read.contains(tensor.getKey()))
        .filter(tensor -> tensor.getValue().getDimsCount() > 0)
        .filter(tensor -> NumberKind.isReal(tensor.getValue().getDataType()))
        .mapToLong(tensor -> TensorContent.elements(tensor.getValue()))
        .sum();
  }
}
