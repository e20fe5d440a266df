package io.chiasm.report.chart;

import java.util.HashMap;
import java.util.Map;

/** How much lies in which square of the plane; empty squares are not there. */
public record Squares(Map<Square, Integer> counts) {
  public Squares {
    counts = Map.copyOf(counts);
  }

  /**
   * A square.
   *
   * @param across index of its left edge, in sides of a square
   * @param up index of its lower edge, in sides of a square
   */
  public record Square(int across, int up) {}

  /** Counts in squares whose sides are so many times as long. */
  Map<Square, Integer> counts(int times) {
    Map<Square, Integer> coarse = new HashMap<>();
    counts.forEach(
        (square, count) ->
            coarse.merge(
                new Square(
                    Math.floorDiv(square.across(), times), Math.floorDiv(square.up(), times)),
                count,
                Integer::sum));
    return coarse;
  }
}
