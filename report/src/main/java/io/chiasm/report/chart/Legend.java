package io.chiasm.report.chart;

import io.chiasm.report.chart.BarFigure.Series;
import io.chiasm.report.chart.Drawing.Anchor;
import java.util.ArrayList;
import java.util.List;

/** Explains colours and dots, in as many lines as needed. */
final class Legend {
  private static final double LINE = 14;
  private static final double SWATCH = 9;
  private static final double GAP = 16;

  private final double width;
  private final List<Entry> entries = new ArrayList<>();

  /** What is explained: a colour, or dots if it has none. */
  private record Entry(String label, String fill, boolean dot) {
    double width() {
      return SWATCH + 4 + Look.LABEL.width(label) + GAP;
    }
  }

  private Legend(List<Series> series, double width) {
    this.width = width;
    for (Series one : series) {
      entries.add(new Entry(shortened(one.label(), width), one.colour(), false));
    }
  }

  /** Colours alone. */
  static Legend ofSwatches(List<Series> series, double width) {
    return new Legend(series, width);
  }

  Legend(BarFigure figure, double width) {
    this(figure.series(), width);
    if (figure.hasDots()) {
      entries.add(new Entry(figure.dot(), Look.WHITE, true));
    }
  }

  private static String shortened(String label, double width) {
    return TextLines.shortened(label, Look.LABEL, width - SWATCH - 4 - GAP);
  }

  double height() {
    return rows().size() * LINE + 6;
  }

  void draw(Drawing drawing, double left, double top) {
    List<List<Entry>> rows = rows();
    for (int i = 0; i < rows.size(); i++) {
      double x = left;
      for (Entry entry : rows.get(i)) {
        draw(drawing, entry, x, top + i * LINE + 2);
        x += entry.width();
      }
    }
  }

  private static void draw(Drawing drawing, Entry entry, double x, double top) {
    double middle = top + SWATCH / 2;
    if (entry.dot()) {
      Object[] circle = {"cx", x + SWATCH / 2, "cy", middle, "r", 2.2, "fill", entry.fill()};
      drawing.markup().open("g", "stroke", Look.INK, "stroke-width", 0.6);
      drawing.markup().empty("circle", circle).close().line();
    } else {
      drawing.rect(x, top, SWATCH, SWATCH, Look.INK);
      drawing.rect(x + 0.4, top + 0.4, SWATCH - 0.8, SWATCH - 0.8, entry.fill());
    }
    double base = middle + Look.LABEL.size() * Look.HALF_HEIGHT;
    drawing.text(x + SWATCH + 4, base, Anchor.START, Look.LABEL, entry.label());
  }

  private List<List<Entry>> rows() {
    List<List<Entry>> rows = new ArrayList<>();
    double used = Double.MAX_VALUE;
    for (Entry entry : entries) {
      if (used + entry.width() > width) {
        rows.add(new ArrayList<>());
        used = 0;
      }
      rows.get(rows.size() - 1).add(entry);
      used += entry.width();
    }
    return rows;
  }
}
