package io.chiasm.report.chart;

import io.chiasm.report.table.Column;
import io.chiasm.report.table.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Lines of points with error lines, in panels that share both axes.
 *
 * @param id file name without ending
 * @param across label of the horizontal axis with its unit
 * @param up label of the vertical axis with its unit
 * @param curves what the lines of a panel mean, in order
 * @param panels from top to bottom, at least one
 * @param places what 0, 1, 2 … on the horizontal axis are called; empty if it has numbers
 * @param apart whether lines stand a little beside each other, so that error lines are told apart
 */
public record CurveFigure(
    String id,
    String title,
    String across,
    String up,
    String caption,
    List<Curve> curves,
    List<Panel> panels,
    List<String> places,
    boolean apart)
    implements Figure {
  public CurveFigure {
    curves = List.copyOf(curves);
    panels = List.copyOf(panels);
    places = List.copyOf(places);
    if (curves.isEmpty() || panels.isEmpty()) {
      throw new IllegalArgumentException("figure " + id + " has no curve or no panel");
    }
  }

  /** With numbers on the horizontal axis, lines apart. */
  public CurveFigure(
      String id,
      String title,
      String across,
      String up,
      String caption,
      List<Curve> curves,
      List<Panel> panels) {
    this(id, title, across, up, caption, curves, panels, List.of(), true);
  }

  /**
   * One kind of line.
   *
   * @param label for the legend
   */
  public record Curve(String label, String colour) {}

  /**
   * One plot.
   *
   * @param lines one per curve, in the order of the curves; points from left to right
   */
  public record Panel(String title, List<List<Point>> lines) {
    public Panel {
      lines = lines.stream().map(List::copyOf).toList();
    }
  }

  /**
   * One point.
   *
   * @param sd half the length of the error line; NaN for none
   */
  public record Point(double x, double y, double sd) {
    double reach() {
      return Double.isNaN(sd) ? 0 : sd;
    }
  }

  Stream<Point> points() {
    return panels.stream().flatMap(panel -> panel.lines().stream()).flatMap(List::stream);
  }

  @Override
  public Optional<Table> data() {
    Table table =
        new Table(
            Column.text("panel"),
            Column.text("curve"),
            Column.text("place"),
            Column.number("x"),
            Column.number("y"),
            Column.number("sd"));
    for (Panel panel : panels) {
      for (int i = 0; i < panel.lines().size(); i++) {
        for (Point point : panel.lines().get(i)) {
          table.row(
              panel.title(),
              curves.get(i).label(),
              place(point.x()),
              point.x(),
              point.y(),
              point.sd());
        }
      }
    }
    return Optional.of(table);
  }

  private String place(double x) {
    return places.isEmpty() ? "" : places.get((int) x);
  }

  @Override
  public List<String> findings() {
    return new CurveWords(this).findings();
  }

  @Override
  public Figure renamed(String newId, String newTitle) {
    return new CurveFigure(newId, newTitle, across, up, caption, curves, panels, places, apart);
  }

  @Override
  public String svg(Lettering lettering) {
    return new CurveDrawing(this, new Drawing(lettering)).svg();
  }
}
