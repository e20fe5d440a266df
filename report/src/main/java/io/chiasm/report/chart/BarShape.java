package io.chiasm.report.chart;

import io.chiasm.report.chart.BarFigure.Bar;
import io.chiasm.report.chart.Drawing.Anchor;
import java.util.function.DoubleUnaryOperator;

/** One bar with its dots and error line, grouped so that a viewer shows its numbers on hover. */
final class BarShape {
  /** Dots and error line stand side by side, at these shares of a bar's width. */
  private static final double DOT_PLACE = 0.32;

  private static final double ERROR_PLACE = 0.72;

  private static final double LARGEST_DOT = 1.4;
  private static final double ERROR_LINE = 0.8;
  private static final double HALO = 1.5;

  /** A star hangs high in its line. */
  private static final double MARK_BASE = 0.5;

  private final Bar bar;
  private final double left;
  private final double width;
  private final DoubleUnaryOperator y;

  BarShape(Bar bar, double left, double width, DoubleUnaryOperator y) {
    this.bar = bar;
    this.left = left;
    this.width = width;
    this.y = y;
  }

  void draw(Drawing drawing, String colour, String hover) {
    drawing.markup().open("g").element("title", hover).line();
    double zero = y.applyAsDouble(0);
    double end = y.applyAsDouble(bar.mean());
    drawing
        .markup()
        .empty(
            "rect",
            "x",
            left + 0.3,
            "y",
            Math.min(zero, end),
            "width",
            width - 0.6,
            "height",
            Math.abs(zero - end),
            "fill",
            colour,
            "stroke",
            Look.INK,
            "stroke-width",
            0.4)
        .line();
    dots(drawing);
    errorLine(drawing);
    mark(drawing);
    drawing.markup().close().line();
  }

  /** Above everything else of the bar; no lower than zero, so that stars stand in the open. */
  private void mark(Drawing drawing) {
    if (!bar.mark().isEmpty()) {
      double top = y.applyAsDouble(Math.max(0, bar.extent().max().orElse(0)));
      drawing.text(left + width / 2, top + MARK_BASE, Anchor.MIDDLE, Look.MARK, bar.mark());
    }
  }

  private void dots(Drawing drawing) {
    double x = left + width * DOT_PLACE;
    double radius = Math.min(LARGEST_DOT, width * 0.2);
    drawing.markup().open("g", "fill", Look.WHITE, "stroke", Look.INK, "stroke-width", 0.4);
    for (double value : bar.dots()) {
      drawing.markup().empty("circle", "cx", x, "cy", y.applyAsDouble(value), "r", radius);
    }
    drawing.markup().close().line();
  }

  /** Black on a white halo, so that it is seen on every colour. */
  private void errorLine(Drawing drawing) {
    if (!Double.isNaN(bar.line().low())) {
      double x = left + width * (bar.dots().isEmpty() ? 0.5 : ERROR_PLACE);
      double low = y.applyAsDouble(bar.line().low());
      double high = y.applyAsDouble(bar.line().high());
      drawing.line(x, low, x, high, Look.WHITE, Math.min(HALO, width * 0.35));
      drawing.line(x, low, x, high, Look.INK, Math.min(ERROR_LINE, width * 0.2));
    }
  }
}
