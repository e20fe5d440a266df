package io.chiasm.aggregator.figure;

import io.chiasm.aggregator.figure.CurveFigure.Curve;
import io.chiasm.aggregator.figure.CurveFigure.Panel;
import io.chiasm.aggregator.figure.CurveFigure.Point;
import io.chiasm.aggregator.figure.Drawing.Anchor;
import io.chiasm.aggregator.table.DecimalText;
import java.util.List;
import java.util.stream.DoubleStream;

/** Draws a figure of lines: title, legend, panels, caption. */
final class CurveDrawing {
  private static final double WIDTH = 560;
  private static final double PLOT_HEIGHT = 150;
  private static final double LEFT = 54;
  private static final double RIGHT = 14;
  private static final double HEAD = 22;
  private static final double FOOT = 40;
  private static final double MARGIN = 10;
  private static final double LINE = 12;
  private static final double DOT = 2.4;
  private static final double TICK_LENGTH = 3;

  /** Lines of one panel stand this far apart, so that their error lines are told apart. */
  private static final double APART = 2.5;

  private final CurveFigure figure;
  private final Drawing drawing;
  private final Axis across;
  private final Axis up;

  CurveDrawing(CurveFigure figure, Drawing drawing) {
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
    double inside = WIDTH - 2 * MARGIN;
    List<String> title = TextLines.wrapped(figure.title(), Look.TITLE, inside);
    List<String> caption = TextLines.wrapped(figure.caption(), Look.CAPTION, inside);
    Legend legend = Legend.ofSwatches(swatches(), inside);
    double legendTop = 18 + (title.size() - 1) * (LINE + 3) + 6;
    double top = legendTop + legend.height();
    double panel = HEAD + PLOT_HEIGHT + FOOT;
    double captionTop = top + figure.panels().size() * panel;
    drawing.begin(WIDTH, captionTop + caption.size() * LINE + MARGIN, figure.title());
    lines(title, 18, LINE + 3, Look.TITLE);
    legend.draw(drawing, MARGIN, legendTop);
    for (int i = 0; i < figure.panels().size(); i++) {
      draw(figure.panels().get(i), top + i * panel);
    }
    lines(caption, captionTop + LINE - 2, LINE, Look.CAPTION);
    return drawing.end();
  }

  private List<BarFigure.Series> swatches() {
    return figure.curves().stream()
        .map(curve -> new BarFigure.Series(curve.label(), curve.colour()))
        .toList();
  }

  private void lines(List<String> lines, double base, double step, Drawing.Style style) {
    for (int i = 0; i < lines.size(); i++) {
      drawing.text(MARGIN, base + i * step, Anchor.START, style, lines.get(i));
    }
  }

  private void draw(Panel panel, double top) {
    double plotTop = top + HEAD;
    drawing.text(LEFT, top + 13, Anchor.START, Look.PANEL, panel.title());
    horizontal(plotTop);
    vertical(plotTop);
    for (int i = 0; i < figure.curves().size(); i++) {
      curve(figure.curves().get(i), panel, i, plotTop);
    }
  }

  private void horizontal(double plotTop) {
    double bottom = plotTop + PLOT_HEIGHT;
    for (double tick : across.ticks()) {
      double x = x(tick, 0);
      drawing.line(x, bottom, x, bottom + TICK_LENGTH, Look.INK, 0.6);
      drawing.text(x, bottom + 13, Anchor.MIDDLE, Look.TICK, across.label(tick));
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

  private void curve(Curve curve, Panel panel, int index, double plotTop) {
    List<Point> points = panel.lines().get(index);
    double shift = (index - (figure.curves().size() - 1) / 2.0) * APART;
    for (int i = 0; i + 1 < points.size(); i++) {
      Point from = points.get(i);
      Point to = points.get(i + 1);
      drawing.line(
          x(from.x(), shift),
          y(plotTop, from.y()),
          x(to.x(), shift),
          y(plotTop, to.y()),
          curve.colour(),
          1.4);
    }
    points.forEach(point -> point(curve, panel, point, x(point.x(), shift), plotTop));
  }

  private void point(Curve curve, Panel panel, Point point, double x, double plotTop) {
    String numbers =
        "%s · %s, %s: %s ± %s"
            .formatted(
                panel.title(),
                curve.label(),
                DecimalText.three(point.x()),
                DecimalText.three(point.y()),
                DecimalText.three(point.sd()));
    drawing.markup().open("g").element("title", numbers).line();
    double high = y(plotTop, point.y() + point.reach());
    double low = y(plotTop, point.y() - point.reach());
    drawing.line(x, low, x, high, curve.colour(), 0.8);
    Object[] circle = {
      "cx",
      x,
      "cy",
      y(plotTop, point.y()),
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

  private double x(double value, double shift) {
    return LEFT + (WIDTH - LEFT - RIGHT) * across.share(value) + shift;
  }

  private double y(double plotTop, double value) {
    return plotTop + PLOT_HEIGHT * (1 - up.share(value));
  }
}
