package io.chiasm.report.chart;

import io.chiasm.report.chart.BarFigure.Bar;
import io.chiasm.report.chart.BarFigure.Panel;
import io.chiasm.report.chart.Drawing.Anchor;
import java.util.List;

/** Draws a figure of bars: title, legend, panels, caption. */
final class BarDrawing {
  private static final double TITLE_BASE = 18;
  private static final double LINE = 12;
  private static final double MARGIN = 10;

  private final BarFigure figure;
  private final Drawing drawing;
  private final BarLayout layout;
  private final Legend legend;
  private final List<String> title;
  private final List<String> caption;

  BarDrawing(BarFigure figure, Drawing drawing) {
    this.figure = figure;
    this.drawing = drawing;
    this.layout = new BarLayout(figure);
    double inside = layout.width() - 2 * MARGIN;
    this.legend = new Legend(figure, inside);
    this.title = TextLines.wrapped(figure.title(), Look.TITLE, inside);
    this.caption = TextLines.wrapped(figure.caption(), Look.CAPTION, inside);
  }

  String svg() {
    double titleHeight = TITLE_BASE + (title.size() - 1) * (LINE + 3) + 5;
    double top = titleHeight + legend.height();
    double panels = figure.panels().size() * layout.panelHeight();
    double height = top + panels + caption.size() * LINE + MARGIN;
    drawing.begin(layout.width(), height, figure);
    lines(title, TITLE_BASE, LINE + 3, Look.TITLE);
    legend.draw(drawing, MARGIN, titleHeight);
    Axis axis = Axis.around(figure.bars().flatMapToDouble(Bar::extent));
    for (Panel panel : figure.panels()) {
      new PanelDrawing(figure, panel, axis, layout, drawing).draw(top);
      top += layout.panelHeight();
    }
    lines(caption, top + LINE - 2, LINE, Look.CAPTION);
    return drawing.end();
  }

  private void lines(List<String> lines, double base, double step, Drawing.Style style) {
    for (int i = 0; i < lines.size(); i++) {
      drawing.text(MARGIN, base + i * step, Anchor.START, style, lines.get(i));
    }
  }
}
