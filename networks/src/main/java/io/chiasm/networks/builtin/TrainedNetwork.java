package io.chiasm.networks.builtin;

import io.chiasm.networks.OnnxGraph;
import java.util.List;

/**
 * A network with weights of a file, and what a person should know of how they were found there.
 *
 * @param notes in words: which set was taken, what was seen through, converted or passed over;
 *     empty where the file holds the weights and nothing else
 */
public record TrainedNetwork(OnnxGraph graph, List<String> notes) {
  public TrainedNetwork {
    notes = List.copyOf(notes);
  }
}
