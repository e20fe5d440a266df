package io.chiasm.networks.builtin;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.networks.OnnxGraph;
import io.chiasm.networks.module.BatchStatistics;
import java.util.List;
import java.util.stream.Stream;

/**
 * A network whose batch norms use the statistics of each batch, and give them out, while all else
 * is as in evaluation.
 *
 * @param graph whose outputs are the statistics
 * @param norms its batch norms, in the order of the graph
 */
public record TrainingForm(OnnxGraph graph, List<BatchStatistics> norms) {
  /** Checks that there is something to recalibrate. */
  public TrainingForm {
    norms = List.copyOf(norms);
    if (norms.isEmpty()) {
      throw new InputException(graph.source() + " has no batch norm to recalibrate");
    }
  }

  /** Names of the graph's outputs, in its order: per norm means, then variances. */
  public List<String> outputs() {
    return norms.stream().flatMap(n -> Stream.of(n.means(), n.variances())).toList();
  }

  /** Positions of a norm's feature map. */
  long positions(BatchStatistics norm) {
    var shape = graph.layer(norm.norm()).knownShape();
    return shape.elements() / shape.extent(0);
  }
}
