package io.chiasm.report.statistics;

import io.chiasm.report.table.Column;
import io.chiasm.report.table.Table;
import java.util.List;

/**
 * {@code tables/across_networks.csv}: accuracy against lateralisation, one row per quantity × layer
 * × ROI. {@code partial_rho} holds the number of parameters constant, over the {@code n_partial}
 * networks for which it is known; ranks make it the same for their logarithm.
 */
public final class AcrossTable {
  private AcrossTable() {}

  public static Table of(List<AcrossResult> results) {
    Table table =
        new Table(
            Column.text("quantity"),
            Column.text("layer"),
            Column.text("split"),
            Column.text("roi_class"),
            Column.text("roi"),
            Column.count("n_networks"),
            Column.count("n_families"),
            Column.count("n_participants"),
            Column.number("rho"),
            Column.number("ci_low"),
            Column.number("ci_high"),
            Column.number("p"),
            Column.number("p_least"),
            Column.text("permutations"),
            Column.count("n_partial"),
            Column.number("partial_rho"),
            Column.number("partial_ci_low"),
            Column.number("partial_ci_high"));
    results.forEach(result -> row(table, result));
    return table;
  }

  private static void row(Table table, AcrossResult result) {
    table.row(
        result.quantity().label(),
        result.layer(),
        result.split(),
        result.roi().roiClass(),
        result.roi().name(),
        result.networks(),
        result.families(),
        result.participants(),
        result.rho(),
        result.interval().low(),
        result.interval().high(),
        result.p(),
        result.pLeast(),
        result.exact() ? "all" : "drawn",
        result.held(),
        result.partial(),
        result.partialInterval().low(),
        result.partialInterval().high());
  }
}
