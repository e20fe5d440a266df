package io.chiasm.report.comparison;

import io.chiasm.report.results.Condition;
import io.chiasm.report.results.PairedScores;
import io.chiasm.report.results.Quantity;
import io.chiasm.report.results.RoiScores;
import io.chiasm.report.statistics.StudyDifferences;
import io.chiasm.report.table.Column;
import io.chiasm.report.table.Table;

/**
 * {@code tables/differences.csv}: one row per participant × hemisphere × pair of conditions × ROI ×
 * quantity. {@code difference} is {@code score_b − score_a}; {@code quantity} is a model's score or
 * {@code lateralisation}.
 */
public final class DifferencesTable {
  private DifferencesTable() {}

  public static Table of(PairedScores scores) {
    Table table =
        new Table(
            Column.text("participant"),
            Column.text("hemisphere"),
            Column.text("network_a"),
            Column.text("network_b"),
            Column.text("layer_a"),
            Column.text("layer_b"),
            Column.text("tensor_a"),
            Column.text("tensor_b"),
            Column.text("split_a"),
            Column.text("split_b"),
            Column.text("regression_a"),
            Column.text("regression_b"),
            Column.text("roi_class"),
            Column.text("roi"),
            Column.text("quantity"),
            Column.number("score_a"),
            Column.number("score_b"),
            Column.number("difference"),
            Column.count("n_vertices"),
            Column.count("n_scored_a"),
            Column.count("n_scored_b"));
    for (PairedScores.Row row : scores.rows()) {
      for (Quantity quantity : StudyDifferences.QUANTITIES) {
        if (row.difference().has(quantity)) {
          add(table, row, quantity);
        }
      }
    }
    return table;
  }

  private static void add(Table table, PairedScores.Row row, Quantity quantity) {
    RoiScores shared = row.difference();
    Condition a = row.pair().a();
    Condition b = row.pair().b();
    table.row(
        shared.participant().value(),
        shared.hemisphere().label(),
        a.network(),
        b.network(),
        a.layer(),
        b.layer(),
        a.tensor(),
        b.tensor(),
        a.split(),
        b.split(),
        a.regression(),
        b.regression(),
        shared.roi().roiClass(),
        shared.roi().name(),
        quantity.label(),
        row.a().mean(quantity),
        row.b().mean(quantity),
        shared.mean(quantity),
        shared.vertices(),
        row.a().scored(quantity),
        row.b().scored(quantity));
  }
}
