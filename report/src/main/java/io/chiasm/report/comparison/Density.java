package io.chiasm.report.comparison;

import java.util.HashMap;
import java.util.Map;

/** How many vertices have which value in one study and which in another, in small squares. */
public final class Density {
  /** Side of a square, in units of the values. */
  public static final double SIDE = 0.005;

  private final Map<Square, Integer> counts = new HashMap<>();
  private long total;

  /**
   * A square of the plane.
   *
   * @param across index along A, {@code floor(a / SIDE)}
   * @param up index along B
   */
  public record Square(int across, int up) {}

  void add(double a, double b) {
    Square square = new Square((int) Math.floor(a / SIDE), (int) Math.floor(b / SIDE));
    counts.merge(square, 1, Integer::sum);
    total++;
  }

  /** Vertices in all squares. */
  public long total() {
    return total;
  }

  /** By square; empty squares are not there. */
  public Map<Square, Integer> counts() {
    return Map.copyOf(counts);
  }
}
