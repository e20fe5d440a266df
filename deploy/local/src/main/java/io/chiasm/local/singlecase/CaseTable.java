package io.chiasm.local.singlecase;

import io.chiasm.report.statistics.SingleCase;
import io.chiasm.report.table.Column;
import io.chiasm.report.table.Table;

/**
 * {@code single_case.csv}: one row per network × layer × split × hemisphere × ROI. {@code value} is
 * the case's, {@code mean} and {@code sd} are those of {@code n} others, {@code below} is the
 * estimated share of people whose value is below the case's.
 */
public final class CaseTable {
  private CaseTable() {}

  public static Table of(CaseStudy study) {
    Table table =
        new Table(
            Column.text("participant"),
            Column.text("network"),
            Column.text("layer"),
            Column.text("split"),
            Column.text("hemisphere"),
            Column.text("roi_class"),
            Column.text("roi"),
            Column.number("value"),
            Column.count("n"),
            Column.number("mean"),
            Column.number("sd"),
            Column.number("z"),
            Column.number("t"),
            Column.number("p"),
            Column.number("p_bh"),
            Column.number("below"));
    study.tests().forEach(test -> row(table, study.participant(), test));
    return table;
  }

  private static void row(Table table, String participant, CaseComparison test) {
    SingleCase result = test.result();
    table.row(
        participant,
        test.network(),
        test.layer(),
        test.split(),
        test.hemisphere(),
        test.roi().roiClass(),
        test.roi().name(),
        result.value(),
        result.n(),
        result.mean(),
        result.sd(),
        result.z(),
        result.t(),
        result.p(),
        test.bh(),
        result.below());
  }
}
