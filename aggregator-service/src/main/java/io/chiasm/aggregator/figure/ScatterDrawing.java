package io.chiasm.aggregator.figure;

import io.chiasm.aggregator.figure.Drawing.Anchor;
import io.chiasm.aggregator.figure.ScatterFigure.Panel;
import io.chiasm.aggregator.figure.ScatterFigure.Point;
import io.chiasm.aggregator.table.DecimalText;
import java.util.List;
import java.util.stream.DoubleStream;

/** Draws a figure of points: title, panels, caption. */
final class ScatterDrawing {
  private static final double WIDTH = 560;
  private static final double PLOT_HEIGHT = 220;
  private static final double LEFT = 54;
  private static final double RIGHT = 14;
  private static final double HEAD = 22;
  private static final double FOOT = 40;
  private static final double MARGIN = 10;
  private static final double LINE = 12;
  private static final double DOT = 2.8;
  private static final double TICK_LENGTH = 3;

  private final ScatterFigure figure;
  private final Drawing drawing;
  private final Axis across;
  private final Axis up;

  ScatterDrawing(ScatterFigure figure, Drawing drawing) {
    this.figure = figure;
    this.drawing = drawing;
    this.across = Axis.over(figure.points().mapToDouble(Point::x));
    this.up =
        Axis.around(
            figure
                .points()
                .flatMapToDouble(p -> DoubleStream.of(p.y() - p.reach(), p.y() + p.reach())));
  }

  String svg() {
    List<String> title = TextLines.wrapped(figure.title(), Look.TITLE, WIDTH - 2 * MARGIN);
    List<String> caption = TextLines.wrapped(figure.caption(), Look.CAPTION, WIDTH - 2 * MARGIN);
    double top = 18 + (title.size() - 1) * (LINE + 3) + 8;
    double panel = HEAD + PLOT_HEIGHT + FOOT;
    double captionTop = top + figure.panels().size() * panel;
    drawing.begin(WIDTH, captionTop + caption.size() * LINE + MARGIN, figure.title());
    lines(title, 18, LINE + 3, Look.TITLE);
    for (int i = 0; i < figure.panels().size(); i++) {
      draw(figure.panels().get(i), top + i * panel);
    }
    lines(caption, captionTop + LINE - 2, LINE, Look.CAPTION);
    return drawing.end();
  }

  private void lines(List<String> lines, double base, double step, Drawing.Style style) {
    for (int i = 0; i < lines.size(); i++) {
      drawing.text(MARGIN, base + i * step, Anchor.START, style, lines.get(i));
    }
  }

  private void draw(Panel panel, double top) {
    double plotTop = top + HEAD;
    drawing.text(LEFT, top + 12, Anchor.START, Look.PANEL, panel.title());
    drawing.text(WIDTH - RIGHT, top + 12, Anchor.END, Look.LABEL, panel.note());
    horizontal(plotTop);
    vertical(plotTop);
    for (Point point : panel.points()) {
      point(point, plotTop);
    }
    labels(panel, plotTop);
  }

  private void horizontal(double plotTop) {
    double bottom = plotTop + PLOT_HEIGHT;
    for (double tick : across.ticks()) {
      drawing.line(x(tick), bottom, x(tick), bottom + TICK_LENGTH, Look.INK, 0.6);
      String label = across.label(tick);
      drawing.text(x(tick), bottom + 13, Anchor.MIDDLE, Look.TICK, label);
    }
    drawing.line(LEFT, bottom, WIDTH - RIGHT, bottom, Look.INK, 0.6);
    double middle = (LEFT + WIDTH - RIGHT) / 2;
    drawing.text(middle, bottom + 26, Anchor.MIDDLE, Look.LABEL, figure.across());
  }

  private void vertical(double plotTop) {
    for (double tick : up.ticks()) {
      double y = y(plotTop, tick);
      drawing.line(LEFT, y, WIDTH - RIGHT, y, tick == 0 ? Look.GREY : Look.FAINT, 0.6);
      double base = y + Look.TICK.size() * Look.HALF_HEIGHT;
      drawing.text(LEFT - 5, base, Anchor.END, Look.TICK, up.label(tick));
    }
    drawing.line(LEFT, plotTop, LEFT, plotTop + PLOT_HEIGHT, Look.INK, 0.6);
    drawing.text(14, plotTop + PLOT_HEIGHT / 2, Anchor.MIDDLE, Look.LABEL, -90, figure.up());
  }

  private void point(Point point, double plotTop) {
    String numbers =
        "%s: %s, %s ± %s"
            .formatted(
                point.label(),
                DecimalText.three(point.x()),
                DecimalText.three(point.y()),
                DecimalText.three(point.sd()));
    double x = x(point.x());
    drawing.markup().open("g").element("title", numbers).line();
    double high = y(plotTop, point.y() + point.reach());
    double low = y(plotTop, point.y() - point.reach());
    drawing.line(x, low, x, high, Look.GREY, 0.7);
    Object[] circle = {"cx", x, "cy", y(plotTop, point.y()), "r", DOT, "fill", Palette.CONTRA};
    drawing.markup().empty("circle", circle).close().line();
  }

  private void labels(Panel panel, double plotTop) {
    LabelPlaces places =
        new LabelPlaces(LEFT + 2, plotTop, WIDTH - RIGHT, plotTop + PLOT_HEIGHT - 2);
    for (Point point : panel.points()) {
      double x = x(point.x());
      double high = y(plotTop, point.y() + point.reach());
      places.keepFree(x - 1, high, x + 1, y(plotTop, point.y() - point.reach()));
      double y = y(plotTop, point.y());
      places.keepFree(x - DOT, y - DOT, x + DOT, y + DOT);
    }
    for (Point point : panel.points()) {
      label(places, point, x(point.x()), y(plotTop, point.y()));
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

  private double x(double value) {
    return LEFT + (WIDTH - LEFT - RIGHT) * across.share(value);
  }

  private double y(double plotTop, double value) {
    return plotTop + PLOT_HEIGHT * (1 - up.share(value));
  }
}
