package io.chiasm.report.figure;

import io.chiasm.report.table.Column;
import io.chiasm.report.table.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Named points with error lines, in panels that share both axes.
 *
 * @param id file name without ending
 * @param across label of the horizontal axis with its unit
 * @param up label of the vertical axis with its unit
 * @param panels from top to bottom, at least one
 */
public record ScatterFigure(
    String id, String title, String across, String up, String caption, List<Panel> panels)
    implements Figure {
  public ScatterFigure {
    panels = List.copyOf(panels);
    if (panels.isEmpty()) {
      throw new IllegalArgumentException("figure " + id + " has no panel");
    }
  }

  /**
   * One plot.
   *
   * @param note in the heading, after the title
   */
  public record Panel(String title, String note, List<Point> points) {
    public Panel {
      points = List.copyOf(points);
    }
  }

  /**
   * One point.
   *
   * @param sd half the length of the error line; NaN for none
   */
  public record Point(String label, double x, double y, double sd) {
    double reach() {
      return Double.isNaN(sd) ? 0 : sd;
    }
  }

  Stream<Point> points() {
    return panels.stream().flatMap(panel -> panel.points().stream());
  }

  @Override
  public Optional<Table> data() {
    Table table =
        new Table(
            Column.text("panel"),
            Column.text("point"),
            Column.number("x"),
            Column.number("y"),
            Column.number("sd"));
    for (Panel panel : panels) {
      panel.points().forEach(p -> table.row(panel.title(), p.label(), p.x(), p.y(), p.sd()));
    }
    return Optional.of(table);
  }

  @Override
  public Figure renamed(String newId, String newTitle) {
    return new ScatterFigure(newId, newTitle, across, up, caption, panels);
  }

  @Override
  public String svg(Lettering lettering) {
    return new ScatterDrawing(this, new Drawing(lettering)).svg();
  }
}
