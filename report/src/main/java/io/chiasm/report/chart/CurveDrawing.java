package io.chiasm.report.chart;

import io.chiasm.report.chart.CurveFigure.Curve;
import io.chiasm.report.chart.CurveFigure.Panel;
import io.chiasm.report.chart.CurveFigure.Point;
import io.chiasm.report.chart.Drawing.Anchor;
import io.chiasm.report.table.DecimalText;
import java.util.List;
import java.util.stream.DoubleStream;

/** Draws a figure of lines: title, legend, panels, caption. */
final class CurveDrawing {
  private static final double PLOT_HEIGHT = 150;
  private static final double DOT = 2.4;

  /** Lines of one panel stand this far apart, so that their error lines are told apart. */
  private static final double APART = 2.5;

  private final CurveFigure figure;
  private final Drawing drawing;
  private final Plot plot;

  CurveDrawing(CurveFigure figure, Drawing drawing) {
    this.figure = figure;
    this.drawing = drawing;
    DoubleStream reached =
        figure.points().flatMapToDouble(p -> DoubleStream.of(p.y() - p.reach(), p.y() + p.reach()));
    Axis across =
        figure.places().isEmpty()
            ? Axis.over(figure.points().mapToDouble(Point::x))
            : Axis.of(figure.places());
    this.plot = new Plot(drawing, across, Axis.around(reached), PLOT_HEIGHT);
  }

  String svg() {
    return new PanelPage(figure, drawing, plot)
        .svg(
            swatches(),
            figure.panels().size(),
            (panel, top) -> draw(figure.panels().get(panel), top));
  }

  private List<BarFigure.Series> swatches() {
    return figure.curves().stream()
        .map(curve -> new BarFigure.Series(curve.label(), curve.colour()))
        .toList();
  }

  private void draw(Panel panel, double top) {
    double plotTop = top + Plot.HEAD;
    drawing.text(Plot.LEFT, top + 13, Anchor.START, Look.PANEL, panel.title());
    plot.axes(plotTop, figure.across(), figure.up());
    for (int i = 0; i < figure.curves().size(); i++) {
      curve(figure.curves().get(i), panel, i, plotTop);
    }
  }

  private void curve(Curve curve, Panel panel, int index, double plotTop) {
    List<Point> points = panel.lines().get(index);
    double shift = figure.apart() ? (index - (figure.curves().size() - 1) / 2.0) * APART : 0;
    for (int i = 0; i + 1 < points.size(); i++) {
      Point from = points.get(i);
      Point to = points.get(i + 1);
      drawing.line(
          plot.x(from.x()) + shift,
          plot.y(plotTop, from.y()),
          plot.x(to.x()) + shift,
          plot.y(plotTop, to.y()),
          curve.colour(),
          1.4);
    }
    points.forEach(point -> point(curve, panel, point, plot.x(point.x()) + shift, plotTop));
  }

  private String where(Point point) {
    return figure.places().isEmpty()
        ? DecimalText.three(point.x())
        : figure.places().get((int) point.x());
  }

  private void point(Curve curve, Panel panel, Point point, double x, double plotTop) {
    String numbers =
        "%s · %s, %s: %s ± %s"
            .formatted(
                panel.title(),
                curve.label(),
                where(point),
                DecimalText.three(point.y()),
                DecimalText.three(point.sd()));
    drawing.markup().open("g").element("title", numbers).line();
    double high = plot.y(plotTop, point.y() + point.reach());
    double low = plot.y(plotTop, point.y() - point.reach());
    drawing.line(x, low, x, high, curve.colour(), 0.8);
    Object[] circle = {
      "cx",
      x,
      "cy",
      plot.y(plotTop, point.y()),
      "r",
      DOT,
      "fill",
      curve.colour(),
      "stroke",
      Look.INK,
      "stroke-width",
      0.5
    };
    drawing.markup().empty("circle", circle).close().line();
  }
}
