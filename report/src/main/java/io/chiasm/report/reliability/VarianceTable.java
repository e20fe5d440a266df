package io.chiasm.report.reliability;

import io.chiasm.report.results.Condition;
import io.chiasm.report.table.Column;
import io.chiasm.report.table.Table;
import java.util.List;

/**
 * {@code tables/variance.csv}: one row per network (or group of seeds) × layer × split × ROI ×
 * part. {@code variance} is in squared units of lateralisation, and may be negative.
 */
public final class VarianceTable {
  private VarianceTable() {}

  public static Table of(List<VarianceOfRoi> variances) {
    Table table =
        new Table(
            Column.text("network"),
            Column.text("layer"),
            Column.text("tensor"),
            Column.text("split"),
            Column.text("regression"),
            Column.text("roi_class"),
            Column.text("roi"),
            Column.text("part"),
            Column.number("variance"),
            Column.number("mean"),
            Column.count("n_participants"),
            Column.count("n_hemispheres"),
            Column.count("n_seeds"),
            Column.count("n_folds"));
    for (VarianceOfRoi variance : variances) {
      for (Part part : Part.values()) {
        row(table, variance, part);
      }
    }
    return table;
  }

  private static void row(Table table, VarianceOfRoi variance, Part part) {
    Condition condition = variance.condition();
    table.row(
        variance.network(),
        condition.layer(),
        condition.tensor(),
        condition.split(),
        condition.regression(),
        variance.roi().roiClass(),
        variance.roi().name(),
        part.label(),
        part.of(variance.parts()),
        variance.mean(),
        variance.participants(),
        variance.hemispheres(),
        variance.seeds(),
        variance.folds());
  }
}
