package io.chiasm.report.results;

import io.chiasm.contracts.brain.Model;
import io.chiasm.report.table.Column;
import io.chiasm.report.table.Table;

/**
 * {@code tables/vertex.csv}: what the figure of single-vertex prediction is drawn from, one row per
 * held-out stimulus, named as in {@code tables/folds.csv}. A prediction is that of the fit that did
 * not see the stimulus.
 */
public final class VertexTable {
  private VertexTable() {}

  public static Table of(VertexPrediction shown) {
    Table table =
        new Table(
            Column.text("participant"),
            Column.text("hemisphere"),
            Column.count("vertex"),
            Column.text("network"),
            Column.text("layer"),
            Column.text("tensor"),
            Column.text("split"),
            Column.text("regression"),
            Column.text("stimulus"),
            Column.count("fold"),
            Column.number("measured"),
            Column.number("predicted_full"),
            Column.number("predicted_contra"),
            Column.number("predicted_ipsi"));
    shown.rows().forEach(row -> row(table, shown, row));
    return table;
  }

  private static void row(Table table, VertexPrediction shown, VertexPrediction.Row row) {
    table.row(
        shown.participant().value(),
        shown.hemisphere().label(),
        shown.vertex(),
        shown.condition().network(),
        shown.condition().layer(),
        shown.condition().tensor(),
        shown.condition().split(),
        shown.condition().regression(),
        row.stimulus().toString(),
        row.fold(),
        row.measured(),
        row.predicted(Model.FULL),
        row.predicted(Model.CONTRA),
        row.predicted(Model.IPSI));
  }
}
