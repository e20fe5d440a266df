package io.chiasm.study.estimate;

import io.chiasm.study.plan.Material;
import java.util.List;
import java.util.Map;

/**
 * A study's material as far as headers and graphs tell it: the planner's input, whose objects'
 * names stand for what is not read, and the sizes of what they name.
 *
 * @param photographBytes of all files together, each stimulus counted once
 * @param networkBytes of each graph, by network, and by key of those that are edited
 * @param leftOut networks that the study goes on without and why, a sentence each
 */
public record Prospect(
    Material material,
    Extents extents,
    long photographBytes,
    Map<String, Long> networkBytes,
    List<String> leftOut) {
  public Prospect {
    networkBytes = Map.copyOf(networkBytes);
    leftOut = List.copyOf(leftOut);
  }

  /** Material that is in the store already, whose bytes nobody asks for. */
  public static Prospect of(Material material, Extents extents) {
    return new Prospect(material, extents, 0, Map.of(), List.of());
  }
}
