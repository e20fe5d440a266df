package io.chiasm.report.chart;

import io.chiasm.report.table.Table;
import java.util.List;
import java.util.Optional;

/** A picture described by what it shows; drawn once, as SVG text or as a bitmap. */
public sealed interface Figure
    permits BarFigure, CurveFigure, DensityFigure, ScatterFigure, SurfaceFigure, PredictionFigure {
  /** File name without ending: lower-case letters, digits, {@code . _ -}. */
  String id();

  /** What the figure shows, in one line. */
  String title();

  /** What bars, lines and dots mean, with N. */
  String caption();

  /** What the drawing shows, a sentence for each panel, without a full stop. */
  List<String> findings();

  /** Title, findings and caption: what stands in for the drawing where it is not seen. */
  default String alternative() {
    return AlternativeText.of(this);
  }

  /** The same drawing by another name and under another title. */
  Figure renamed(String newId, String newTitle);

  /** The drawing as a whole SVG document, the same bytes for the same figure. */
  String svg(Lettering lettering);

  /** The numbers that are drawn; empty for maps, whose numbers have files of their own. */
  Optional<Table> data();

  /** The drawing for a page that holds many of them. */
  default String page() {
    return svg(Lettering.TEXT);
  }
}
