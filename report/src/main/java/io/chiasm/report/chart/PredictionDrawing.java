package io.chiasm.report.chart;

import io.chiasm.report.chart.Drawing.Anchor;
import io.chiasm.report.chart.PredictionFigure.Panel;
import io.chiasm.report.markup.Coordinate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Draws measured and predicted values: title, legend, a row of two plots per model, caption. */
final class PredictionDrawing {
  private static final double WIDTH = 660;
  private static final double MARGIN = 10;
  private static final double LINE = 12;
  private static final double LEGEND = 18;
  private static final double HEAD = 20;
  private static final double HEIGHT = 112;
  private static final double FOOT = 20;
  private static final double AXIS_LABEL = 14;
  private static final double LEFT = 50;
  private static final double RIGHT = 470;
  private static final double CLOUD_LEFT = 530;
  private static final double CLOUD_RIGHT = WIDTH - 14;
  private static final double TICK_LENGTH = 3;
  private static final double DOT = 1.5;
  private static final double SQUARE = 1.4;
  private static final String RESPONSE = "response";

  private final PredictionFigure figure;
  private final Drawing drawing;
  private final Axis response;
  private final Axis measured;
  private final Axis predicted;

  PredictionDrawing(PredictionFigure figure, Drawing drawing) {
    this.figure = figure;
    this.drawing = drawing;
    this.response = Axis.over(figure.drawn());
    this.measured = Axis.over(PredictionFigure.values(figure.measured()));
    this.predicted = Axis.over(figure.predicted());
  }

  String svg() {
    List<String> title = TextLines.wrapped(figure.title(), Look.TITLE, WIDTH - 2 * MARGIN);
    List<String> caption = TextLines.wrapped(figure.caption(), Look.CAPTION, WIDTH - 2 * MARGIN);
    double top = 18 + (title.size() - 1) * (LINE + 3) + 6;
    double panel = HEAD + HEIGHT + FOOT;
    double end = top + LEGEND + figure.panels().size() * panel + AXIS_LABEL;
    drawing.begin(WIDTH, end + caption.size() * LINE + MARGIN, figure);
    lines(title, 18, LINE + 3, Look.TITLE);
    legend(top);
    for (int i = 0; i < figure.panels().size(); i++) {
      draw(figure.panels().get(i), top + LEGEND + i * panel);
    }
    double base = end - 4;
    drawing.text((LEFT + RIGHT) / 2, base, Anchor.MIDDLE, Look.LABEL, figure.across());
    double middle = (CLOUD_LEFT + CLOUD_RIGHT) / 2;
    drawing.text(middle, base, Anchor.MIDDLE, Look.LABEL, "measured (all)");
    lines(caption, end + LINE, LINE, Look.CAPTION);
    return drawing.end();
  }

  private void lines(List<String> lines, double base, double step, Drawing.Style style) {
    for (int i = 0; i < lines.size(); i++) {
      drawing.text(MARGIN, base + i * step, Anchor.START, style, lines.get(i));
    }
  }

  private void legend(double top) {
    double y = top + LEGEND / 2;
    sample(LEFT, y, Look.INK, 0.8);
    circle(LEFT + 9, y);
    String name = "measured";
    text(LEFT + 24, y, name);
    double left = LEFT + 24 + Look.LABEL.width(name) + 20;
    for (int i = 0; i < figure.panels().size(); i++) {
      thick(left + i * 20, y, figure.panels().get(i).colour());
    }
    text(left + figure.panels().size() * 20 + 4, y, "predicted");
  }

  private void text(double x, double y, String text) {
    drawing.text(x, y + Look.LABEL.size() * Look.HALF_HEIGHT, Anchor.START, Look.LABEL, text);
  }

  private void sample(double x, double y, String colour, double width) {
    drawing.line(x, y, x + 18, y, colour, width);
  }

  /** With a dark edge, so that a light colour is seen on white. */
  private void thick(double x, double y, String colour) {
    sample(x, y, Look.INK, 2.8);
    sample(x + 0.5, y, colour, 2);
  }

  private void draw(Panel panel, double top) {
    double plot = top + HEAD;
    drawing.text(LEFT, top + 13, Anchor.START, Look.PANEL, panel.title());
    stretchAxes(plot);
    curve(panel.predicted(), plot, Look.INK, 2.6);
    curve(panel.predicted(), plot, panel.colour(), 1.8);
    curve(figure.measured(), plot, Look.INK, 0.8);
    for (int i = 0; i < figure.stretch(); i++) {
      circle(x(i), y(plot, response, figure.measured().get(i)));
    }
    cloudAxes(plot);
    cloud(panel, plot);
  }

  private void stretchAxes(double plot) {
    grid(plot, response, LEFT, RIGHT);
    drawing.text(14, plot + HEIGHT / 2, Anchor.MIDDLE, Look.LABEL, -90, RESPONSE);
    double bottom = plot + HEIGHT;
    drawing.line(LEFT, bottom, RIGHT, bottom, Look.INK, 0.6);
    for (int i = 0; i < figure.stretch(); i++) {
      if (i == 0 || (i + 1) % 10 == 0) {
        tick(x(i), bottom, String.valueOf(i + 1));
      }
    }
  }

  private void cloudAxes(double plot) {
    grid(plot, predicted, CLOUD_LEFT, CLOUD_RIGHT);
    drawing.text(
        CLOUD_LEFT - 34, plot + HEIGHT / 2, Anchor.MIDDLE, Look.LABEL, -90, "predicted (all)");
    double bottom = plot + HEIGHT;
    drawing.line(CLOUD_LEFT, bottom, CLOUD_RIGHT, bottom, Look.INK, 0.6);
    measured.ticks().forEach(tick -> tick(cloudX(tick), bottom, measured.label(tick)));
  }

  private void grid(double plot, Axis axis, double left, double right) {
    for (double tick : axis.ticks()) {
      double y = y(plot, axis, tick);
      drawing.line(left, y, right, y, tick == 0 ? Look.GREY : Look.FAINT, 0.6);
      double base = y + Look.TICK.size() * Look.HALF_HEIGHT;
      drawing.text(left - 5, base, Anchor.END, Look.TICK, axis.label(tick));
    }
    drawing.line(left, plot, left, plot + HEIGHT, Look.INK, 0.6);
  }

  private void tick(double x, double bottom, String label) {
    drawing.line(x, bottom, x, bottom + TICK_LENGTH, Look.INK, 0.6);
    drawing.text(x, bottom + 12, Anchor.MIDDLE, Look.TICK, label);
  }

  private void circle(double x, double y) {
    Object[] circle = {"cx", x, "cy", y, "r", DOT, "fill", Look.INK};
    drawing.markup().empty("circle", circle).line();
  }

  private void curve(List<Double> values, double plot, String colour, double width) {
    String path =
        IntStream.range(0, figure.stretch())
            .mapToObj(i -> point(i == 0 ? "M" : "L", x(i), y(plot, response, values.get(i))))
            .collect(Collectors.joining());
    drawing
        .markup()
        .empty(
            "path",
            "d",
            path,
            "fill",
            "none",
            "stroke",
            colour,
            "stroke-width",
            width,
            "stroke-linejoin",
            "round")
        .line();
  }

  /** One path of small squares: thousands of circles would make the page heavy. */
  private void cloud(Panel panel, double plot) {
    String side = Coordinate.of(SQUARE);
    String path =
        IntStream.range(0, figure.measured().size())
            .mapToObj(
                i ->
                    point(
                            "M",
                            cloudX(figure.measured().get(i)) - SQUARE / 2,
                            y(plot, predicted, panel.predicted().get(i)) - SQUARE / 2)
                        + "h%sv%sh-%sz".formatted(side, side, side))
            .collect(Collectors.joining());
    drawing.markup().empty("path", "d", path, "fill", Look.INK, "fill-opacity", 0.5).line();
  }

  private static String point(String command, double x, double y) {
    return command + Coordinate.of(x) + " " + Coordinate.of(y);
  }

  private double x(int place) {
    return LEFT + (RIGHT - LEFT) * (place + 0.5) / figure.stretch();
  }

  private double cloudX(double value) {
    return CLOUD_LEFT + (CLOUD_RIGHT - CLOUD_LEFT) * measured.share(value);
  }

  private static double y(double plot, Axis axis, double value) {
    return plot + HEIGHT * (1 - axis.share(value));
  }
}
