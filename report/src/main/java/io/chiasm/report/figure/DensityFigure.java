package io.chiasm.report.figure;

import io.chiasm.report.comparison.Density;
import java.util.List;

/**
 * How often two numbers come together, as shaded squares, in square panels that share both axes; a
 * diagonal where the two are equal.
 *
 * @param id file name without ending
 * @param across label of the horizontal axis with its unit
 * @param up label of the vertical axis with its unit
 * @param panels from left to right, then down, at least one
 */
public record DensityFigure(
    String id, String title, String across, String up, String caption, List<Panel> panels)
    implements Figure {
  public DensityFigure {
    panels = List.copyOf(panels);
    if (panels.isEmpty()) {
      throw new IllegalArgumentException("figure " + id + " has no panel");
    }
  }

  /**
   * One plot.
   *
   * @param note below the title
   */
  public record Panel(String title, String note, Density density) {}

  @Override
  public Figure renamed(String newId, String newTitle) {
    return new DensityFigure(newId, newTitle, across, up, caption, panels);
  }

  @Override
  public String svg(Lettering lettering) {
    return new DensityDrawing(this, new Drawing(lettering)).svg();
  }
}
