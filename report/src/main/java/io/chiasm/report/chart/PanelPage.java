package io.chiasm.report.chart;

import java.util.List;

/** Panels below each other, with title and legend above them and a caption below. */
final class PanelPage {
  private static final double TITLE_BASE = 18;
  private static final double GAP = 6;

  /** Room in the place of a legend without entries. */
  private static final double NO_LEGEND = 2;

  private final Figure figure;
  private final Drawing drawing;
  private final Plot plot;

  /** Draws one of the panels. */
  interface Panels {
    /**
     * @param panel from 0
     * @param top of the panel, title included
     */
    void draw(int panel, double top);
  }

  PanelPage(Figure figure, Drawing drawing, Plot plot) {
    this.figure = figure;
    this.drawing = drawing;
    this.plot = plot;
  }

  String svg(List<BarFigure.Series> swatches, int count, Panels panels) {
    double inside = Plot.WIDTH - 2 * Plot.MARGIN;
    List<String> title = TextLines.wrapped(figure.title(), Look.TITLE, inside);
    List<String> caption = TextLines.wrapped(figure.caption(), Look.CAPTION, inside);
    Legend legend = Legend.ofSwatches(swatches, inside);
    double legendTop = TITLE_BASE + (title.size() - 1) * (Plot.LINE + 3) + GAP;
    double top = legendTop + (swatches.isEmpty() ? NO_LEGEND : legend.height());
    double captionTop = top + count * plot.panel();
    drawing.begin(Plot.WIDTH, captionTop + caption.size() * Plot.LINE + Plot.MARGIN, figure);
    plot.title(title);
    legend.draw(drawing, Plot.MARGIN, legendTop);
    for (int i = 0; i < count; i++) {
      panels.draw(i, top + i * plot.panel());
    }
    plot.caption(caption, captionTop);
    return drawing.end();
  }
}
