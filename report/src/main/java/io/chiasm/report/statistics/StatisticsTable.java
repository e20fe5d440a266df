package io.chiasm.report.statistics;

import io.chiasm.report.table.Column;
import io.chiasm.report.table.Table;
import java.util.List;

/**
 * {@code tables/statistics.csv}: one row per test. {@code effect} is d_z, for {@code accuracy} it
 * is Spearman's rho; {@code p_least} is the smallest p that {@code n} units can reach; {@code
 * p_max} is corrected over the {@code n_max} ROIs of the panel that all participants have, {@code
 * p_bh} over {@code n_bh} ROIs and layers.
 */
public final class StatisticsTable {
  private StatisticsTable() {}

  public static Table of(List<ContrastResult> tests) {
    Table table =
        new Table(
            Column.text("contrast"),
            Column.text("quantity"),
            Column.text("network"),
            Column.text("layer"),
            Column.text("split"),
            Column.text("roi_class"),
            Column.text("roi"),
            Column.text("unit"),
            Column.count("n"),
            Column.number("mean"),
            Column.number("sd"),
            Column.number("ci_low"),
            Column.number("ci_high"),
            Column.number("effect"),
            Column.number("p"),
            Column.number("p_least"),
            Column.text("permutations"),
            Column.number("p_max"),
            Column.count("n_max"),
            Column.number("p_bh"),
            Column.count("n_bh"));
    tests.forEach(test -> row(table, test));
    return table;
  }

  private static void row(Table table, ContrastResult test) {
    table.row(
        test.contrast().label(),
        test.quantity().label(),
        test.network(),
        test.layer(),
        test.split(),
        test.roi().roiClass(),
        test.roi().name(),
        test.contrast().unit(),
        test.n(),
        test.mean(),
        test.sd(),
        test.interval().low(),
        test.interval().high(),
        test.effect(),
        test.p(),
        test.pLeast(),
        test.exact() ? "all" : "drawn",
        test.max().p(),
        test.max().tests(),
        test.bh().p(),
        test.bh().tests());
  }
}
