package io.chiasm.report.chart;

import io.chiasm.report.table.Column;
import io.chiasm.report.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Grouped bars with error bars and dots, in panels that share the vertical axis.
 *
 * @param id file name without ending
 * @param title one line
 * @param axis label of the vertical axis with its unit
 * @param caption what bars, lines and dots mean, with N
 * @param dot what a dot on a bar is, for the legend
 * @param series what a bar's position within its group means, in order
 * @param panels from top to bottom, at least one
 */
public record BarFigure(
    String id,
    String title,
    String axis,
    String caption,
    String dot,
    List<Series> series,
    List<Panel> panels)
    implements Figure {
  public BarFigure {
    series = List.copyOf(series);
    panels = List.copyOf(panels);
    if (series.isEmpty() || panels.isEmpty()) {
      throw new IllegalArgumentException("figure " + id + " has no series or no panel");
    }
  }

  /**
   * One kind of bar.
   *
   * @param label for the legend
   * @param colour such as {@code #00538a}
   */
  public record Series(String label, String colour) {}

  /**
   * One row of bars.
   *
   * @param groups from left to right
   */
  public record Panel(String title, List<Group> groups) {
    public Panel {
      groups = List.copyOf(groups);
    }
  }

  /**
   * Bars that stand together.
   *
   * @param label below the bars
   * @param section heading over neighbouring groups of the same section; empty for none
   * @param bars one per series, in the order of the series
   */
  public record Group(String label, String section, List<Bar> bars) {
    public Group {
      bars = List.copyOf(bars);
    }
  }

  /**
   * One bar.
   *
   * @param mean NaN for no bar
   * @param sd half the length of the error line; NaN for none
   * @param n number of values behind the mean
   * @param dots values behind the mean, each drawn as a dot; empty for none
   * @param mark written over the bar; empty for nothing
   * @param ends of the error line, in place of the deviation
   */
  public record Bar(double mean, double sd, int n, List<Double> dots, String mark, Ends ends) {
    public Bar {
      dots = List.copyOf(dots);
    }

    /** A bar with its deviation. */
    public Bar(double mean, double sd, int n, List<Double> dots, String mark) {
      this(mean, sd, n, dots, mark, Ends.NONE);
    }

    /** A bar without a mark. */
    public Bar(double mean, double sd, int n, List<Double> dots) {
      this(mean, sd, n, dots, "");
    }

    /** Whether an interval is drawn. */
    boolean hasInterval() {
      return !Double.isNaN(ends.low());
    }

    /** Lower and upper end of the error line; NaN for none. */
    Ends line() {
      return hasInterval() ? ends : new Ends(mean - sd, mean + sd);
    }

    /** What must lie within the axis: bar, error line and dots. */
    DoubleStream extent() {
      double[] line = {line().low(), line().high()};
      return DoubleStream.concat(
          Double.isNaN(line[0]) ? DoubleStream.of(mean, mean) : DoubleStream.of(line),
          dots.stream().mapToDouble(Double::doubleValue));
    }
  }

  /** Lower and upper end of an error line; NaN for none. */
  public record Ends(double low, double high) {
    static final Ends NONE = new Ends(Double.NaN, Double.NaN);
  }

  /** Whether any bar has dots on it. */
  public boolean hasDots() {
    return bars().anyMatch(bar -> !bar.dots().isEmpty());
  }

  /** Whether any bar has a mark over it. */
  public boolean hasMarks() {
    return bars().anyMatch(bar -> !bar.mark().isEmpty());
  }

  /** All bars of all panels. */
  Stream<Bar> bars() {
    return panels.stream()
        .flatMap(panel -> panel.groups().stream())
        .flatMap(group -> group.bars().stream());
  }

  /** Whether any bar has an interval. */
  boolean hasIntervals() {
    return bars().anyMatch(Bar::hasInterval);
  }

  /** A row for each bar, {@code point} 0, and for each dot on it, from 1. */
  @Override
  public Optional<Table> data() {
    List<Column> columns =
        new ArrayList<>(
            List.of(
                Column.text("panel"),
                Column.text("section"),
                Column.text("group"),
                Column.text("series"),
                Column.count("point"),
                Column.number("value"),
                Column.number("sd"),
                Column.count("n"),
                Column.text("mark")));
    if (hasIntervals()) {
      columns.addAll(List.of(Column.number("ci_low"), Column.number("ci_high")));
    }
    Table table = new Table(columns.toArray(Column[]::new));
    for (Panel panel : panels) {
      for (Group group : panel.groups()) {
        for (int i = 0; i < group.bars().size(); i++) {
          rows(table, panel, group, series.get(i), group.bars().get(i));
        }
      }
    }
    return Optional.of(table);
  }

  private void rows(Table table, Panel panel, Group group, Series series, Bar bar) {
    row(table, panel, group, series, 0, bar);
    for (int dot = 0; dot < bar.dots().size(); dot++) {
      Bar value = new Bar(bar.dots().get(dot), Double.NaN, 1, List.of());
      row(table, panel, group, series, dot + 1, value);
    }
  }

  private void row(Table table, Panel panel, Group group, Series series, int point, Bar bar) {
    List<Object> cells =
        new ArrayList<>(
            List.of(panel.title(), group.section(), group.label(), series.label(), point));
    cells.addAll(List.of(bar.mean(), bar.sd(), bar.n(), bar.mark()));
    if (hasIntervals()) {
      cells.addAll(List.of(bar.ends().low(), bar.ends().high()));
    }
    table.row(cells.toArray());
  }

  @Override
  public List<String> findings() {
    return new BarWords(this).findings();
  }

  @Override
  public Figure renamed(String newId, String newTitle) {
    return new BarFigure(newId, newTitle, axis, caption, dot, series, panels);
  }

  @Override
  public String svg(Lettering lettering) {
    return new BarDrawing(this, new Drawing(lettering)).svg();
  }
}
