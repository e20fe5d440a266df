package io.chiasm.report.chart;

import io.chiasm.report.chart.Drawing.Anchor;
import io.chiasm.report.chart.SurfaceFigure.Row;
import io.chiasm.report.colour.Diverging;
import java.util.List;
import java.util.Locale;

/** Draws a figure of a surface: title, pictures, colour bar, caption; one point a millimetre. */
final class SurfaceDrawing {
  private static final double MARGIN = 10;
  private static final double GAP = 10;
  private static final double SIDE = 18;
  private static final double HEAD = 14;
  private static final double LINE = 12;
  private static final double BAR_WIDTH = 200;
  private static final double BAR_HEIGHT = 9;
  private static final double BAR_ROOM = 42;
  private static final int STEPS = 80;

  private final SurfaceFigure figure;
  private final Drawing drawing;
  private final Pictures pictures;

  SurfaceDrawing(SurfaceFigure figure, Drawing drawing, Pictures pictures) {
    this.figure = figure;
    this.drawing = drawing;
    this.pictures = pictures;
  }

  /** Where pictures go. */
  @FunctionalInterface
  interface Pictures {
    /** Takes a picture; lengths in points. */
    void put(Drawing drawing, Picture picture, double x, double y, double width, double height);

    /** Into the drawing itself, smaller by a whole factor. */
    static Pictures embedded(int reduction) {
      return (drawing, picture, x, y, width, height) ->
          drawing.image(picture.address(reduction), x, y, width, height);
    }
  }

  String svg() {
    double width = figure.rows().stream().mapToDouble(this::width).max().orElse(0) + 2 * MARGIN;
    List<String> title = TextLines.wrapped(figure.title(), Look.TITLE, width - 2 * MARGIN);
    List<String> caption = TextLines.wrapped(figure.caption(), Look.CAPTION, width - 2 * MARGIN);
    double top = 18 + (title.size() - 1) * (LINE + 3) + 8;
    double pictures = figure.rows().stream().mapToDouble(row -> HEAD + height(row)).sum();
    double height = top + pictures + BAR_ROOM + caption.size() * LINE + MARGIN;
    drawing.begin(width, height, figure);
    lines(title, 18, LINE + 3, Look.TITLE);
    for (Row row : figure.rows()) {
      draw(row, top);
      top += HEAD + height(row);
    }
    bar((width - BAR_WIDTH) / 2, top + 8);
    lines(caption, top + BAR_ROOM + LINE - 2, LINE, Look.CAPTION);
    return drawing.end();
  }

  private void lines(List<String> lines, double base, double step, Drawing.Style style) {
    for (int i = 0; i < lines.size(); i++) {
      drawing.text(MARGIN, base + i * step, Anchor.START, style, lines.get(i));
    }
  }

  private double points(int pixels) {
    return pixels / (double) figure.millimetre();
  }

  private double width(Row row) {
    return SIDE
        + row.pictures().stream().mapToDouble(p -> points(p.width())).sum()
        + (row.pictures().size() - 1) * GAP;
  }

  private double height(Row row) {
    return row.pictures().stream().mapToDouble(p -> points(p.height())).max().orElse(0) + GAP / 2;
  }

  private void draw(Row row, double top) {
    double middle = top + HEAD + height(row) / 2;
    drawing.text(MARGIN + 9, middle, Anchor.MIDDLE, Look.PANEL, -90, row.label());
    double x = MARGIN + SIDE;
    for (Picture picture : row.pictures()) {
      double width = points(picture.width());
      double height = points(picture.height());
      drawing.text(x + width / 2, top + HEAD - 4, Anchor.MIDDLE, Look.SECTION, picture.label());
      double y = top + HEAD + (height(row) - height) / 2;
      pictures.put(drawing, picture, x, y, width, height);
      x += width + GAP;
    }
  }

  private void bar(double left, double top) {
    Diverging colours = figure.colours();
    double step = BAR_WIDTH / STEPS;
    for (int i = 0; i < STEPS; i++) {
      double value = colours.limit() * ((2 * i + 1.0) / STEPS - 1);
      boolean grey = Math.abs(value) < colours.threshold();
      String fill = grey ? "#b4b4b4" : String.format(Locale.ROOT, "#%06x", colours.colour(value));
      drawing.rect(left + i * step, top, step + 0.4, BAR_HEIGHT, fill);
    }
    for (double value : new double[] {-colours.limit(), 0, colours.limit()}) {
      double x = left + BAR_WIDTH * (value / colours.limit() + 1) / 2;
      drawing.line(x, top + BAR_HEIGHT, x, top + BAR_HEIGHT + 3, Look.INK, 0.6);
      drawing.text(x, top + BAR_HEIGHT + 12, Anchor.MIDDLE, Look.TICK, number(value));
    }
    double middle = left + BAR_WIDTH / 2;
    drawing.text(middle, top + BAR_HEIGHT + 23, Anchor.MIDDLE, Look.LABEL, figure.scale());
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value).replace('-', '−');
  }
}
