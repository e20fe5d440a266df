package io.chiasm.report.chart;

import io.chiasm.report.chart.Drawing.Anchor;
import io.chiasm.report.chart.ScatterFigure.Panel;
import io.chiasm.report.chart.ScatterFigure.Point;
import io.chiasm.report.colour.Palette;
import io.chiasm.report.table.DecimalText;
import java.util.List;
import java.util.stream.DoubleStream;

/** Draws a figure of points: title, panels, caption. */
final class ScatterDrawing {
  private static final double PLOT_HEIGHT = 220;
  private static final double DOT = 2.8;

  private final ScatterFigure figure;
  private final Drawing drawing;
  private final Plot plot;

  ScatterDrawing(ScatterFigure figure, Drawing drawing) {
    this.figure = figure;
    this.drawing = drawing;
    DoubleStream reached =
        figure.points().flatMapToDouble(p -> DoubleStream.of(p.y() - p.reach(), p.y() + p.reach()));
    Axis across = Axis.over(figure.points().mapToDouble(Point::x));
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
    return figure.groups().stream()
        .map(group -> new BarFigure.Series(group.label(), group.colour()))
        .toList();
  }

  private String colour(Point point) {
    return point.group() < 0 ? Palette.category(0) : figure.groups().get(point.group()).colour();
  }

  private void draw(Panel panel, double top) {
    double plotTop = top + Plot.HEAD;
    drawing.text(Plot.LEFT, top + 12, Anchor.START, Look.PANEL, panel.title());
    drawing.text(Plot.RIGHT, top + 12, Anchor.END, Look.LABEL, panel.note());
    plot.axes(plotTop, figure.across(), figure.up());
    for (Point point : panel.points()) {
      point(point, plotTop);
    }
    labels(panel, plotTop);
  }

  private void point(Point point, double plotTop) {
    String numbers =
        "%s: %s, %s ± %s"
            .formatted(
                point.label(),
                DecimalText.three(point.x()),
                DecimalText.three(point.y()),
                DecimalText.three(point.sd()));
    double x = plot.x(point.x());
    drawing.markup().open("g").element("title", numbers).line();
    double high = plot.y(plotTop, point.y() + point.reach());
    double low = plot.y(plotTop, point.y() - point.reach());
    drawing.line(x, low, x, high, Look.GREY, 0.7);
    Object[] circle = {"cx", x, "cy", plot.y(plotTop, point.y()), "r", DOT, "fill", colour(point)};
    drawing.markup().empty("circle", circle).close().line();
  }

  private void labels(Panel panel, double plotTop) {
    LabelPlaces places =
        new LabelPlaces(Plot.LEFT + 2, plotTop, Plot.RIGHT, plotTop + PLOT_HEIGHT - 2);
    for (Point point : panel.points()) {
      double x = plot.x(point.x());
      double high = plot.y(plotTop, point.y() + point.reach());
      places.keepFree(x - 1, high, x + 1, plot.y(plotTop, point.y() - point.reach()));
      double y = plot.y(plotTop, point.y());
      places.keepFree(x - DOT, y - DOT, x + DOT, y + DOT);
    }
    for (Point point : panel.points()) {
      label(places, point, plot.x(point.x()), plot.y(plotTop, point.y()));
    }
  }

  private void label(LabelPlaces places, Point point, double x, double y) {
    LabelPlaces.Place place =
        places.place(x, y, Look.POINT.width(point.label()), Look.POINT.size());
    if (place.far()) {
      drawing.line(x, y, place.nearestX(x), place.middle(), Look.GREY, 0.35);
    }
    drawing.text(
        place.left(),
        place.top() + Look.POINT.size() * 0.82,
        Anchor.START,
        Look.POINT,
        point.label());
  }
}
