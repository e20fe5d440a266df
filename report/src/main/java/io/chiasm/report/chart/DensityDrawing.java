package io.chiasm.report.chart;

import io.chiasm.report.chart.DensityFigure.Panel;
import io.chiasm.report.chart.Drawing.Anchor;
import io.chiasm.report.chart.Squares.Square;
import io.chiasm.report.colour.Palette;
import io.chiasm.report.markup.Coordinate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;

/** Draws a figure of densities: title, panels in rows, what the shades mean, caption. */
final class DensityDrawing {
  private static final int COLUMNS = 3;
  private static final double GAP = 18;
  private static final double WIDEST = 230;
  private static final double HEAD = 30;
  private static final double FOOT = 38;
  private static final double TICK_LENGTH = 3;
  private static final double SCALE_ROOM = 30;
  private static final double SWATCH = 16;

  /** Squares along a side, about. */
  private static final int SQUARES = 56;

  private final DensityFigure figure;
  private final Drawing drawing;
  private final Axis axis;
  private final int times;
  private final int most;
  private final int columns;
  private final double side;

  DensityDrawing(DensityFigure figure, Drawing drawing) {
    this.figure = figure;
    this.drawing = drawing;
    this.axis =
        Axis.over(
            figure.panels().stream()
                .flatMapToDouble(panel -> extent(panel.squares()))
                .map(index -> index * figure.side()));
    this.times = Math.max(1, (int) Math.ceil((axis.high() - axis.low()) / figure.side() / SQUARES));
    this.most =
        figure.panels().stream()
            .flatMap(panel -> panel.squares().counts(times).values().stream())
            .mapToInt(Integer::intValue)
            .max()
            .orElse(1);
    this.columns = Math.min(COLUMNS, figure.panels().size());
    this.side = Math.min(WIDEST, (Plot.RIGHT - Plot.LEFT - (columns - 1) * GAP) / columns);
  }

  private static DoubleStream extent(Squares squares) {
    return squares.counts(1).keySet().stream()
        .flatMapToDouble(s -> DoubleStream.of(s.across(), s.across() + 1, s.up(), s.up() + 1));
  }

  String svg() {
    double width = Plot.WIDTH - 2 * Plot.MARGIN;
    List<String> title = TextLines.wrapped(figure.title(), Look.TITLE, width);
    List<String> caption = TextLines.wrapped(figure.caption(), Look.CAPTION, width);
    double top = 18 + (title.size() - 1) * (Plot.LINE + 3) + 8;
    int rows = (figure.panels().size() + columns - 1) / columns;
    double scaleTop = top + rows * (HEAD + side + FOOT);
    double captionTop = scaleTop + SCALE_ROOM;
    double height = captionTop + caption.size() * Plot.LINE + Plot.MARGIN;
    drawing.begin(Plot.WIDTH, height, figure);
    lines(title, 18, Plot.LINE + 3, Look.TITLE);
    for (int i = 0; i < figure.panels().size(); i++) {
      double left = Plot.LEFT + i % columns * (side + GAP);
      double panelTop = top + i / columns * (HEAD + side + FOOT);
      draw(figure.panels().get(i), left, panelTop, i % columns == 0);
    }
    scale(scaleTop);
    lines(caption, captionTop + Plot.LINE - 2, Plot.LINE, Look.CAPTION);
    return drawing.end();
  }

  private void lines(List<String> lines, double base, double step, Drawing.Style style) {
    for (int i = 0; i < lines.size(); i++) {
      drawing.text(Plot.MARGIN, base + i * step, Anchor.START, style, lines.get(i));
    }
  }

  private void draw(Panel panel, double left, double top, boolean first) {
    double plotTop = top + HEAD;
    String title = TextLines.shortened(panel.title(), Look.PANEL, side);
    drawing.text(left, top + 11, Anchor.START, Look.PANEL, title);
    drawing.text(left, top + 23, Anchor.START, Look.SECTION, panel.note());
    grid(left, plotTop, first);
    squares(panel.squares(), left, plotTop);
    drawing.line(left, plotTop + side, left + side, plotTop, Look.INK, 0.6);
    drawing.line(left, plotTop, left, plotTop + side, Look.INK, 0.6);
    drawing.line(left, plotTop + side, left + side, plotTop + side, Look.INK, 0.6);
    double middle = left + side / 2;
    drawing.text(middle, plotTop + side + 26, Anchor.MIDDLE, Look.LABEL, figure.across());
    if (first) {
      drawing.text(14, plotTop + side / 2, Anchor.MIDDLE, Look.LABEL, -90, figure.up());
    }
  }

  private void grid(double left, double plotTop, boolean labelled) {
    for (double tick : axis.ticks()) {
      String colour = tick == 0 ? Look.GREY : Look.FAINT;
      double x = left + side * axis.share(tick);
      double y = plotTop + side * (1 - axis.share(tick));
      drawing.line(x, plotTop, x, plotTop + side + TICK_LENGTH, colour, 0.6);
      drawing.line(left, y, left + side, y, colour, 0.6);
      drawing.text(x, plotTop + side + 13, Anchor.MIDDLE, Look.TICK, axis.label(tick));
      if (labelled) {
        double base = y + Look.TICK.size() * Look.HALF_HEIGHT;
        drawing.text(left - 5, base, Anchor.END, Look.TICK, axis.label(tick));
      }
    }
  }

  /** One path per shade; squares overlap a little, so that no light shines between them. */
  private void squares(Squares squares, double left, double plotTop) {
    double length = side * times * figure.side() / (axis.high() - axis.low());
    List<StringBuilder> shades = new ArrayList<>();
    Palette.COUNTS.forEach(colour -> shades.add(new StringBuilder()));
    String edge = Coordinate.of(length + 0.1);
    squares.counts(times).entrySet().stream()
        .sorted(
            Map.Entry.comparingByKey(
                Comparator.comparingInt(Square::up).thenComparingInt(Square::across)))
        .forEach(
            entry -> {
              double x = left + side * axis.share(entry.getKey().across() * times * figure.side());
              double y =
                  plotTop
                      + side * (1 - axis.share((entry.getKey().up() + 1) * times * figure.side()));
              shades
                  .get(shade(entry.getValue()))
                  .append("M" + Coordinate.of(x) + " " + Coordinate.of(y))
                  .append("h" + edge + "v" + edge + "h-" + edge + "z");
            });
    for (int shade = 0; shade < shades.size(); shade++) {
      if (!shades.get(shade).isEmpty()) {
        String colour = Palette.COUNTS.get(shade);
        drawing.markup().empty("path", "fill", colour, "d", shades.get(shade).toString()).line();
      }
    }
  }

  /** By the logarithm of the count. */
  private int shade(int count) {
    int last = Palette.COUNTS.size() - 1;
    return most < 2 ? last : (int) Math.round(last * Math.log(count) / Math.log(most));
  }

  private void scale(double top) {
    String few = "1";
    double left = Plot.LEFT;
    drawing.text(left, top + 8, Anchor.START, Look.TICK, few);
    left += Look.TICK.width(few) + 4;
    for (String colour : Palette.COUNTS) {
      drawing.rect(left, top, SWATCH, 9, colour);
      left += SWATCH;
    }
    String many =
        String.format(Locale.ROOT, "%,d %s in a square (logarithmic)", most, figure.counted());
    drawing.text(left + 4, top + 8, Anchor.START, Look.TICK, many);
  }
}
