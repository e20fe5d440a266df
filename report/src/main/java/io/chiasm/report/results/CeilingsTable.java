package io.chiasm.report.results;

import io.chiasm.report.table.Column;
import io.chiasm.report.table.Table;
import java.util.List;

/**
 * {@code tables/ceilings.csv}: scores beside noise ceilings, one row per participant × hemisphere ×
 * network × layer × split × ROI × model × kind of ceiling. Means are over the vertices that have
 * both ({@code n_scored}), so {@code score} can differ from that of {@code scores.csv}.
 */
public final class CeilingsTable {
  private CeilingsTable() {}

  public static Table of(List<NormalisedScore> rows) {
    Table table =
        RoiColumns.table(
            Column.text("model"),
            Column.text("ceiling"),
            Column.number("score"),
            Column.number("score_ceiling"),
            Column.number("score_normalised"),
            Column.number("r2"),
            Column.number("r2_ceiling"),
            Column.number("r2_normalised"),
            Column.count("n_vertices"),
            Column.count("n_scored"));
    rows.forEach(row -> table.row(cells(row)));
    return table;
  }

  private static Object[] cells(NormalisedScore row) {
    return RoiColumns.row(
        row.participant(),
        row.hemisphere(),
        row.condition(),
        row.roi(),
        row.model().label(),
        row.kind().label(),
        row.score(),
        row.ceiling(),
        row.scoreNormalised(),
        row.r2(),
        row.r2Ceiling(),
        row.r2Normalised(),
        row.vertices(),
        row.scored());
  }
}
