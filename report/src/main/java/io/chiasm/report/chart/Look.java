package io.chiasm.report.chart;

import io.chiasm.report.chart.Drawing.Style;

/** Letters and greys that all figures share; sizes in points. */
final class Look {
  static final String INK = "#1a1a1a";
  static final String GREY = "#666666";
  static final String FAINT = "#e3e3e3";
  static final String WHITE = "#ffffff";

  static final Style TITLE = new Style(Typeface.BOLD, 12, INK);
  static final Style PANEL = new Style(Typeface.BOLD, 10, INK);
  static final Style LABEL = new Style(Typeface.REGULAR, 9, INK);
  static final Style TICK = new Style(Typeface.REGULAR, 8.5, INK);
  static final Style SECTION = new Style(Typeface.REGULAR, 8, GREY);
  static final Style MARK = new Style(Typeface.BOLD, 9, INK);
  static final Style POINT = new Style(Typeface.REGULAR, 7.5, INK);
  static final Style CAPTION = new Style(Typeface.REGULAR, 8.5, GREY);

  /** Share of a letter's size from the base line to the middle of a small letter. */
  static final double HALF_HEIGHT = 0.35;

  private Look() {}
}
