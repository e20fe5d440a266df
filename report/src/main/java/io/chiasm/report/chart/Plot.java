package io.chiasm.report.chart;

import io.chiasm.report.chart.Drawing.Anchor;
import java.util.List;

/** A frame between two axes, and the lines of text above and below it. */
final class Plot {
  static final double WIDTH = 560;
  static final double LEFT = 54;
  static final double RIGHT = WIDTH - 14;
  static final double MARGIN = 10;
  static final double LINE = 12;

  /** Room that a panel's title takes above the frame, and ticks and label below it. */
  static final double HEAD = 22;

  static final double FOOT = 40;
  private static final double TICK_LENGTH = 3;

  private final Drawing drawing;
  private final Axis across;
  private final Axis up;
  private final double height;

  Plot(Drawing drawing, Axis across, Axis up, double height) {
    this.drawing = drawing;
    this.across = across;
    this.up = up;
    this.height = height;
  }

  /** Height of a panel: title, frame, ticks and label. */
  double panel() {
    return HEAD + height + FOOT;
  }

  void title(List<String> lines) {
    text(lines, 18, LINE + 3, Look.TITLE);
  }

  void caption(List<String> lines, double top) {
    text(lines, top + LINE - 2, LINE, Look.CAPTION);
  }

  private void text(List<String> lines, double base, double step, Drawing.Style style) {
    for (int i = 0; i < lines.size(); i++) {
      drawing.text(MARGIN, base + i * step, Anchor.START, style, lines.get(i));
    }
  }

  /** Draws both axes with their labels. */
  void axes(double plotTop, String acrossLabel, String upLabel) {
    horizontal(plotTop + height, acrossLabel);
    vertical(plotTop, upLabel);
  }

  private void horizontal(double bottom, String label) {
    for (double tick : across.ticks()) {
      drawing.line(x(tick), bottom, x(tick), bottom + TICK_LENGTH, Look.INK, 0.6);
      drawing.text(x(tick), bottom + 13, Anchor.MIDDLE, Look.TICK, across.label(tick));
    }
    drawing.line(LEFT, bottom, RIGHT, bottom, Look.INK, 0.6);
    drawing.text((LEFT + RIGHT) / 2, bottom + 26, Anchor.MIDDLE, Look.LABEL, label);
  }

  private void vertical(double plotTop, String label) {
    for (double tick : up.ticks()) {
      double y = y(plotTop, tick);
      drawing.line(LEFT, y, RIGHT, y, tick == 0 ? Look.GREY : Look.FAINT, 0.6);
      double base = y + Look.TICK.size() * Look.HALF_HEIGHT;
      drawing.text(LEFT - 5, base, Anchor.END, Look.TICK, up.label(tick));
    }
    drawing.line(LEFT, plotTop, LEFT, plotTop + height, Look.INK, 0.6);
    drawing.text(14, plotTop + height / 2, Anchor.MIDDLE, Look.LABEL, -90, label);
  }

  double x(double value) {
    return LEFT + (RIGHT - LEFT) * across.share(value);
  }

  double y(double plotTop, double value) {
    return plotTop + height * (1 - up.share(value));
  }
}
