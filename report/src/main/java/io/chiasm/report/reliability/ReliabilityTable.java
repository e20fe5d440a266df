package io.chiasm.report.reliability;

import io.chiasm.report.table.Column;
import io.chiasm.report.table.Table;
import java.util.List;

/**
 * {@code tables/reliability.csv}: one row per participant × hemisphere × network × layer × split.
 * {@code r} is the correlation over {@code n_vertices} between the mean lateralisations of the odd
 * and the even folds, {@code reliability} is {@code 2r / (1 + r)}.
 */
public final class ReliabilityTable {
  private ReliabilityTable() {}

  public static Table of(List<SplitHalf> halves) {
    Table table =
        new Table(
            Column.text("participant"),
            Column.text("hemisphere"),
            Column.text("network"),
            Column.text("layer"),
            Column.text("tensor"),
            Column.text("split"),
            Column.text("regression"),
            Column.count("n_folds"),
            Column.count("n_vertices"),
            Column.number("r"),
            Column.number("reliability"));
    for (SplitHalf half : halves) {
      table.row(
          half.participant().value(),
          half.hemisphere().label(),
          half.condition().network(),
          half.condition().layer(),
          half.condition().tensor(),
          half.condition().split(),
          half.condition().regression(),
          half.folds(),
          half.vertices(),
          half.r(),
          half.reliability());
    }
    return table;
  }
}
