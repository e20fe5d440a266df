package io.chiasm.report.results;

import java.util.List;
import java.util.Map;

/**
 * What is known of a study's networks from looking at them.
 *
 * @param learned how many numbers training learned in each graph, by network; a network that no one
 *     looked at is absent
 * @param leftOut networks that the study goes on without, in its order
 */
public record NetworkInventory(Map<String, Long> learned, List<LeftOut> leftOut) {
  /** Nothing known, nothing left out. */
  public static final NetworkInventory NONE = new NetworkInventory(Map.of(), List.of());

  public NetworkInventory {
    learned = Map.copyOf(learned);
    leftOut = List.copyOf(leftOut);
  }
}
