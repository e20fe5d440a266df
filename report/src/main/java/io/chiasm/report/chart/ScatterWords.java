package io.chiasm.report.chart;

import io.chiasm.report.chart.Extent.Named;
import io.chiasm.report.chart.ScatterFigure.Panel;
import java.util.List;

/** What points show, in words: how many they are, and between which of them all lie. */
final class ScatterWords {
  private ScatterWords() {}

  static List<String> findings(ScatterFigure figure) {
    return figure.panels().stream().map(ScatterWords::panel).toList();
  }

  private static String panel(Panel panel) {
    List<Named> points =
        panel.points().stream().map(point -> new Named(point.label(), point.y())).toList();
    String note = panel.note().isEmpty() ? "" : " (" + panel.note() + ")";
    return panel.title() + note + ": " + points.size() + " points, " + Extent.of(points);
  }
}
