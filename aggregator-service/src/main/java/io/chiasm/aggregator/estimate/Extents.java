package io.chiasm.aggregator.estimate;

import io.chiasm.contracts.brain.ParticipantId;
import io.chiasm.contracts.tensor.Shape;
import java.util.Map;

/**
 * What the work of a study's tasks grows with, as far as graphs and folds tell it.
 *
 * @param multiplyAdds of one image on the way to the study's layers, by network
 * @param layers {@code [channel, row, column]} by network and tensor; one whose extents only
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

  /** One image's multiplications in a network; 0 if they are not known. */
  long multiplyAdds(String network) {
    return multiplyAdds.getOrDefault(network, 0L);
  }

  /** One participant's outer folds. */
  int folds(ParticipantId participant) {
    return foldCounts.getOrDefault(participant, 1);
  }
}
