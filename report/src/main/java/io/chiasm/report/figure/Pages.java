package io.chiasm.report.figure;

import io.chiasm.report.chart.BarFigure;
import io.chiasm.report.chart.BarFigure.Panel;
import io.chiasm.report.chart.BarFigure.Series;
import io.chiasm.report.chart.Figure;
import java.util.ArrayList;
import java.util.List;

/** Panels spread over as many figures as they need. */
final class Pages {
  /** More panels do not fit a page. */
  private static final int PANELS = 4;

  private Pages() {}

  static List<Figure> of(
      String id,
      String title,
      String axis,
      List<Series> series,
      List<Panel> panels,
      String units,
      String explanation) {
    List<Figure> pages = new ArrayList<>();
    for (int from = 0; from < panels.size(); from += PANELS) {
      List<Panel> shown = panels.subList(from, Math.min(from + PANELS, panels.size()));
      String name = id + suffix(from / PANELS);
      BarFigure page = new BarFigure(name, title, axis, "", BarGroups.DOT, series, shown);
      String caption = bars(page, units) + explanation;
      pages.add(new BarFigure(name, title, axis, caption, BarGroups.DOT, series, shown));
    }
    return pages;
  }

  /** Nothing for the first page, then {@code _2} and so on. */
  static String suffix(int index) {
    return index == 0 ? "" : "_" + (index + 1);
  }

  private static String bars(BarFigure figure, String units) {
    return "Bars: mean over "
        + units
        + " (N = "
        + BarGroups.counts(figure.panels())
        + "); lines: ± 1 standard deviation"
        + (figure.hasDots() ? "; dots: participants" : "")
        + (figure.hasMarks()
            ? "; *: difference ≠ 0, p < "
                + Significance.LEVEL
                + " (sign flips of participants, corrected over the ROIs of a panel)"
            : "")
        + ". ";
  }
}
