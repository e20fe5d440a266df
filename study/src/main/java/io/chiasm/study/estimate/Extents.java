package io.chiasm.study.estimate;

import io.chiasm.contracts.brain.ParticipantId;
import io.chiasm.contracts.message.ExtractionTask;
import io.chiasm.contracts.tensor.Shape;
import java.util.Map;

/**
 * What the work of a study's tasks grows with, as far as graphs and folds tell it.
 *
 * @param multiplyAdds of one image on the way to the study's layers, by network, and by the key of
 *     a graph that was edited from one
 * @param layers {@code [channel, row, column]} likewise and by tensor; one whose extents only
 *     running it tells is missing
 * @param foldCounts outer folds, by participant
 * @param largestTraining most stimuli that one fold trains on, over all participants
 */
public record Extents(
    Map<String, Long> multiplyAdds,
    Map<String, Map<String, Shape>> layers,
    Map<ParticipantId, Integer> foldCounts,
    int largestTraining) {
  /** Nothing is known. */
  public static final Extents NONE = new Extents(Map.of(), Map.of(), Map.of(), 0);

  public Extents {
    multiplyAdds = Map.copyOf(multiplyAdds);
    layers = Map.copyOf(layers);
    foldCounts = Map.copyOf(foldCounts);
  }

  /** One image's multiplications in the graph that a task runs; 0 if they are not known. */
  long multiplyAdds(ExtractionTask task) {
    return multiplyAdds.getOrDefault(graph(task), 0L);
  }

  /** The layers of the graph that a task runs, by tensor. */
  public Map<String, Shape> layers(ExtractionTask task) {
    return layers.getOrDefault(graph(task), Map.of());
  }

  private String graph(ExtractionTask task) {
    String graph = task.network().graph().value();
    return layers.containsKey(graph) ? graph : task.networkName();
  }

  /** One participant's outer folds. */
  int folds(ParticipantId participant) {
    return foldCounts.getOrDefault(participant, 1);
  }
}
