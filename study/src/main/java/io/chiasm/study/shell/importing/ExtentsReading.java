package io.chiasm.study.shell.importing;

import io.chiasm.contracts.brain.ParticipantId;
import io.chiasm.contracts.message.NetworkRef;
import io.chiasm.contracts.study.NetworkSpec;
import io.chiasm.contracts.tensor.Shape;
import io.chiasm.networks.OnnxGraph;
import io.chiasm.study.estimate.Extents;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Gathers what the work of a study's tasks grows with, while its graphs and folds are at hand. */
final class ExtentsReading {
  private final Map<String, Long> multiplyAdds = new HashMap<>();
  private final Map<String, Map<String, Shape>> layers = new HashMap<>();
  private final Map<ParticipantId, Integer> foldCounts = new HashMap<>();
  private int largestTraining;

  void network(NetworkSpec spec, OnnxGraph graph) {
    add(spec.name(), graph, spec.layers().values());
  }

  /** A graph that was edited from a network, which has only what its outputs need. */
  void edited(NetworkRef stored, OnnxGraph graph, Collection<String> layers) {
    add(stored.graph().value(), graph, layers);
  }

  private void add(String name, OnnxGraph graph, Collection<String> tensors) {
    multiplyAdds.put(name, graph.multiplyAdds(tensors));
    Map<String, Shape> shapes = new HashMap<>();
    for (String tensor : tensors) {
      Shape shape = graph.layer(tensor).shape();
      if (shape != null && shape.rank() == 3) {
        shapes.put(tensor, shape);
      }
    }
    layers.put(name, shapes);
  }

  /**
   * @param folds {@code [stimulus]} in which each is held out, -1 for never
   */
  void folds(ParticipantId participant, long[] folds) {
    Map<Long, Integer> held = new HashMap<>();
    for (long fold : folds) {
      held.merge(fold, 1, Integer::sum);
    }
    held.remove(-1L);
    foldCounts.put(participant, held.size());
    int smallest = held.values().stream().mapToInt(Integer::intValue).min().orElse(0);
    largestTraining = Math.max(largestTraining, folds.length - smallest);
  }

  Extents extents() {
    return new Extents(multiplyAdds, layers, foldCounts, largestTraining);
  }
}
