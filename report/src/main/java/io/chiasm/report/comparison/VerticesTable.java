package io.chiasm.report.comparison;

import io.chiasm.report.results.Condition;
import io.chiasm.report.table.Column;
import io.chiasm.report.table.Table;
import java.util.List;

/**
 * {@code tables/vertices.csv}: one row per participant × hemisphere × pair of conditions ×
 * quantity, over the {@code n} vertices that have a value in both studies. {@code larger} is the
 * share of them with {@code b > a}, {@code correlation} Pearson r of the two over vertices.
 */
public final class VerticesTable {
  private VerticesTable() {}

  public static Table of(List<VertexSummary> summaries) {
    Table table =
        new Table(
            Column.text("participant"),
            Column.text("hemisphere"),
            Column.text("network"),
            Column.text("layer"),
            Column.text("split"),
            Column.text("quantity"),
            Column.count("n"),
            Column.number("mean_a"),
            Column.number("mean_b"),
            Column.number("difference"),
            Column.number("sd"),
            Column.number("larger"),
            Column.number("correlation"));
    for (VertexSummary summary : summaries) {
      Condition condition = summary.pair().difference();
      table.row(
          summary.participant().value(),
          summary.hemisphere().label(),
          condition.network(),
          condition.layer(),
          condition.split(),
          summary.quantity().label(),
          summary.n(),
          summary.meanA(),
          summary.meanB(),
          summary.difference(),
          summary.sd(),
          summary.larger(),
          summary.correlation());
    }
    return table;
  }
}
