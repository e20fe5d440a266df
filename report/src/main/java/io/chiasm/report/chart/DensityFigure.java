package io.chiasm.report.chart;

import io.chiasm.report.table.Column;
import io.chiasm.report.table.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How often two numbers come together, as shaded squares, in square panels that share both axes; a
 * diagonal where the two are equal.
 *
 * @param id file name without ending
 * @param across label of the horizontal axis with its unit
 * @param up label of the vertical axis with its unit
 * @param counted what the squares count, for the scale of shades
 * @param side of the finest squares, in units of the axes
 * @param panels from left to right, then down, at least one
 */
public record DensityFigure(
    String id,
    String title,
    String across,
    String up,
    String caption,
    String counted,
    double side,
    List<Panel> panels)
    implements Figure {
  private static final Comparator<Squares.Square> ORDER =
      Comparator.comparingInt(Squares.Square::across).thenComparingInt(Squares.Square::up);

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
  public record Panel(String title, String note, Squares squares) {}

  /** The finest squares that hold anything, by their lower corners. */
  @Override
  public Optional<Table> data() {
    Table table =
        new Table(
            Column.text("panel"),
            Column.number("x"),
            Column.number("y"),
            Column.number("side"),
            Column.count("n"));
    for (Panel panel : panels) {
      panel.squares().counts().entrySet().stream()
          .sorted(Map.Entry.comparingByKey(ORDER))
          .forEach(
              square ->
                  table.row(
                      panel.title(),
                      square.getKey().across() * side,
                      square.getKey().up() * side,
                      side,
                      square.getValue()));
    }
    return Optional.of(table);
  }

  @Override
  public List<String> findings() {
    return panels.stream()
        .map(panel -> panel.title() + (panel.note().isEmpty() ? "" : " (" + panel.note() + ")"))
        .toList();
  }

  @Override
  public Figure renamed(String newId, String newTitle) {
    return new DensityFigure(newId, newTitle, across, up, caption, counted, side, panels);
  }

  @Override
  public String svg(Lettering lettering) {
    return new DensityDrawing(this, new Drawing(lettering)).svg();
  }
}
