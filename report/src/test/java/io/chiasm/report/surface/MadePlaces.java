package io.chiasm.report.surface;

import io.chiasm.contracts.brain.Hemisphere;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Where made vertices lie on a cortex. */
public final class MadePlaces {
  private MadePlaces() {}

  /** The numbers of the vertices farthest back, the very last first. */
  public static int[] back(Cortex cortex, Hemisphere hemisphere, int n) {
    Mesh mesh = cortex.of(hemisphere).mesh();
    return IntStream.range(0, mesh.vertices())
        .boxed()
        .sorted(Comparator.comparing(vertex -> mesh.coordinate(vertex, 1)))
        .limit(n)
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
