package io.chiasm.report.results;

import io.chiasm.report.table.Column;
import io.chiasm.report.table.Table;

/**
 * {@code tables/groups.csv}: mean and standard deviation ({@code n − 1}) over participants ×
 * hemispheres, one row per network × layer × split × ROI × quantity. {@code n} counts hemispheres
 * with a value, {@code n_participants} the participants they belong to.
 */
public final class GroupsTable {
  private GroupsTable() {}

  public static Table of(StudyScores scores) {
    Table table =
        new Table(
            Column.text("network"),
            Column.text("layer"),
            Column.text("tensor"),
            Column.text("split"),
            Column.text("regression"),
            Column.text("roi_class"),
            Column.text("roi"),
            Column.text("quantity"),
            Column.number("mean"),
            Column.number("sd"),
            Column.count("n"),
            Column.count("n_participants"));
    for (Condition condition : scores.conditions()) {
      for (Roi roi : scores.rois(condition)) {
        rows(table, scores, condition, roi);
      }
    }
    return table;
  }

  private static void rows(Table table, StudyScores scores, Condition condition, Roi roi) {
    for (Quantity quantity : Quantity.values()) {
      if (scores.has(condition, roi, quantity)) {
        Spread spread = scores.spread(condition, roi, quantity);
        table.row(
            condition.network(),
            condition.layer(),
            condition.tensor(),
            condition.split(),
            condition.regression(),
            roi.roiClass(),
            roi.name(),
            quantity.label(),
            spread.mean(),
            spread.sd(),
            spread.n(),
            spread.participants());
      }
    }
  }
}
