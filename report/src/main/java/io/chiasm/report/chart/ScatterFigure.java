package io.chiasm.report.chart;

import io.chiasm.report.table.Column;
import io.chiasm.report.table.Table;
import java.util.ArrayList;
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
 * @param groups what the colours of points mean; empty if all have one
 */
public record ScatterFigure(
    String id,
    String title,
    String across,
    String up,
    String caption,
    List<Panel> panels,
    List<Group> groups)
    implements Figure {
  public ScatterFigure {
    panels = List.copyOf(panels);
    groups = List.copyOf(groups);
    if (panels.isEmpty()) {
      throw new IllegalArgumentException("figure " + id + " has no panel");
    }
  }

  /** All points of one colour. */
  public ScatterFigure(
      String id, String title, String across, String up, String caption, List<Panel> panels) {
    this(id, title, across, up, caption, panels, List.of());
  }

  /**
   * One kind of points.
   *
   * @param label for the legend
   */
  public record Group(String label, String colour) {}

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
   * @param group index among the figure's groups; -1 for none
   */
  public record Point(String label, double x, double y, double sd, int group) {
    /** A point of no group. */
    public Point(String label, double x, double y, double sd) {
      this(label, x, y, sd, -1);
    }

    double reach() {
      return Double.isNaN(sd) ? 0 : sd;
    }
  }

  Stream<Point> points() {
    return panels.stream().flatMap(panel -> panel.points().stream());
  }

  @Override
  public Optional<Table> data() {
    List<Column> columns =
        new ArrayList<>(
            List.of(
                Column.text("panel"),
                Column.text("point"),
                Column.number("x"),
                Column.number("y"),
                Column.number("sd")));
    if (!groups.isEmpty()) {
      columns.add(Column.text("group"));
    }
    Table table = new Table(columns.toArray(Column[]::new));
    panels.forEach(panel -> panel.points().forEach(point -> row(table, panel, point)));
    return Optional.of(table);
  }

  private void row(Table table, Panel panel, Point p) {
    if (groups.isEmpty()) {
      table.row(panel.title(), p.label(), p.x(), p.y(), p.sd());
    } else {
      table.row(panel.title(), p.label(), p.x(), p.y(), p.sd(), group(p));
    }
  }

  private String group(Point point) {
    return point.group() < 0 ? "" : groups.get(point.group()).label();
  }

  @Override
  public List<String> findings() {
    return ScatterWords.findings(this);
  }

  @Override
  public Figure renamed(String newId, String newTitle) {
    return new ScatterFigure(newId, newTitle, across, up, caption, panels, groups);
  }

  @Override
  public String svg(Lettering lettering) {
    return new ScatterDrawing(this, new Drawing(lettering)).svg();
  }
}
