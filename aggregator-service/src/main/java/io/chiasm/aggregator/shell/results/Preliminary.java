package io.chiasm.aggregator.shell.results;

import java.util.List;

/**
 * What can be seen of a study before its results are written.
 *
 * @param fitted models that were there at the last look
 * @param drawn models that the figures show
 * @param total models of the study
 * @param version changes with every redraw
 */
public record Preliminary(int fitted, int drawn, int total, int version, List<Entry> figures) {
  /** Nothing to see: the study has not begun, or its results are there. */
  static final Preliminary NOTHING = new Preliminary(0, 0, 0, 0, List.of());

  public Preliminary {
    figures = List.copyOf(figures);
  }

  /**
   * One figure.
   *
   * @param id by which it is asked for
   */
  public record Entry(String id, String title) {}
}
