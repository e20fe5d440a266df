package io.chiasm.aggregator.estimate;

import io.chiasm.aggregator.plan.Material;
import io.chiasm.contracts.brain.ParticipantId;
import io.chiasm.contracts.tensor.Shape;
import java.util.Map;

/**
 * A study's material as far as headers and graphs tell it: the planner's input, whose objects'
 * names stand for what is not read, and the sizes of what they name.
 *
 * @param photographBytes of all files together, each stimulus counted once
 * @param networkBytes of each graph, by network
 * @param multiplyAdds of one image on the way to the study's layers, by network
 * @param layers {@code [channel, row, column]} by network and tensor; one whose extents only
 *     running it tells is missing
 * @param foldCounts outer folds, by participant
 * @param largestTraining most stimuli that one fold trains on, over all participants
 */
public record Prospect(
    Material material,
    long photographBytes,
    Map<String, Long> networkBytes,
    Map<String, Long> multiplyAdds,
    Map<String, Map<String, Shape>> layers,
    Map<ParticipantId, Integer> foldCounts,
    int largestTraining) {
  public Prospect {
    networkBytes = Map.copyOf(networkBytes);
    multiplyAdds = Map.copyOf(multiplyAdds);
    layers = Map.copyOf(layers);
    foldCounts = Map.copyOf(foldCounts);
  }
}
