package io.chiasm.report.chart;

import io.chiasm.report.chart.CurveFigure.Panel;
import io.chiasm.report.chart.CurveFigure.Point;
import io.chiasm.report.table.DecimalText;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What curves show, in words: where each begins, ends and stands highest. */
final class CurveWords {
  private final CurveFigure figure;

  CurveWords(CurveFigure figure) {
    this.figure = figure;
  }

  List<String> findings() {
    return figure.panels().stream().map(this::panel).toList();
  }

  private String panel(Panel panel) {
    return IntStream.range(0, panel.lines().size())
        .mapToObj(
            index -> figure.curves().get(index).label() + " " + line(panel.lines().get(index)))
        .collect(Collectors.joining("; ", panel.title() + ": ", ""));
  }

  private String line(List<Point> line) {
    List<Point> points = line.stream().filter(point -> !Double.isNaN(point.y())).toList();
    if (points.isEmpty()) {
      return "no value";
    }
    Point first = points.get(0);
    Point last = points.get(points.size() - 1);
    if (points.size() == 1) {
      return words(first);
    }
    Point highest = points.stream().max(Comparator.comparingDouble(Point::y)).orElseThrow();
    boolean end = highest.y() == first.y() || highest.y() == last.y();
    return words(first) + " to " + words(last) + (end ? "" : ", highest " + words(highest));
  }

  private String words(Point point) {
    return DecimalText.three(point.y()) + " (" + place(point.x()) + ")";
  }

  private String place(double x) {
    return figure.places().isEmpty() ? DecimalText.brief(x) : figure.places().get((int) x);
  }
}
