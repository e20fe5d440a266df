package io.chiasm.report.statistics;

import io.chiasm.report.table.Column;
import io.chiasm.report.table.Table;
import java.util.List;

/**
 * {@code tables/decomposition.csv}: one row per network × layer × ROI × hemispheres × term. Of a
 * network, layer, ROI and {@code hemispheres} the means of the terms with {@code adds} add up to
 * that of {@code lateralisation}.
 */
public final class DecompositionTable {
  private DecompositionTable() {}

  public static Table of(List<Decomposed> rows) {
    Table table =
        new Table(
            Column.text("network"),
            Column.text("layer"),
            Column.text("roi_class"),
            Column.text("roi"),
            Column.text("hemispheres"),
            Column.text("term"),
            Column.text("adds"),
            Column.count("n"),
            Column.number("mean"),
            Column.number("sd"),
            Column.number("ci_low"),
            Column.number("ci_high"),
            Column.number("share"));
    for (Decomposed row : rows) {
      table.row(
          row.network(),
          row.layer(),
          row.roi().roiClass(),
          row.roi().name(),
          row.sides().label(),
          row.term().label(),
          row.adds() ? "yes" : "no",
          row.n(),
          row.mean(),
          row.sd(),
          row.interval().low(),
          row.interval().high(),
          row.share());
    }
    return table;
  }
}
