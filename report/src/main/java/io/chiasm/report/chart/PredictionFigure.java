package io.chiasm.report.chart;

import io.chiasm.report.table.Column;
import io.chiasm.report.table.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * Measured values beside those that models predict: one by one for a stretch, and all in a scatter
 * plot.
 *
 * @param id file name without ending
 * @param across label of the stretch's horizontal axis
 * @param stretch number of values drawn one by one, the first ones
 * @param measured in order
 * @param panels one per model, from top to bottom
 */
public record PredictionFigure(
    String id,
    String title,
    String caption,
    String across,
    int stretch,
    List<Double> measured,
    List<Panel> panels)
    implements Figure {
  public PredictionFigure {
    measured = List.copyOf(measured);
    panels = List.copyOf(panels);
    if (panels.isEmpty() || stretch < 1 || stretch > measured.size()) {
      throw new IllegalArgumentException("figure " + id + " has nothing to show");
    }
  }

  /**
   * One model.
   *
   * @param title with the model's score
   * @param predicted in the same order
   */
  public record Panel(String title, String colour, List<Double> predicted) {
    public Panel {
      predicted = List.copyOf(predicted);
    }
  }

  /** All that the stretch shows. */
  DoubleStream drawn() {
    return DoubleStream.concat(
        values(measured.subList(0, stretch)),
        panels.stream().flatMapToDouble(p -> values(p.predicted().subList(0, stretch))));
  }

  /** Every prediction. */
  DoubleStream predicted() {
    return panels.stream().flatMapToDouble(panel -> values(panel.predicted()));
  }

  static DoubleStream values(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue);
  }

  @Override
  public Optional<Table> data() {
    Table table =
        new Table(
            Column.text("panel"),
            Column.count("place"),
            Column.number("measured"),
            Column.number("predicted"));
    for (Panel panel : panels) {
      for (int i = 0; i < measured.size(); i++) {
        table.row(panel.title(), i + 1, measured.get(i), panel.predicted().get(i));
      }
    }
    return Optional.of(table);
  }

  @Override
  public List<String> findings() {
    return panels.stream().map(Panel::title).toList();
  }

  @Override
  public Figure renamed(String newId, String newTitle) {
    return new PredictionFigure(newId, newTitle, caption, across, stretch, measured, panels);
  }

  @Override
  public String svg(Lettering lettering) {
    return new PredictionDrawing(this, new Drawing(lettering)).svg();
  }
}
