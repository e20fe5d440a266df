package io.chiasm.report.results;

import io.chiasm.report.table.Column;
import io.chiasm.report.table.Table;

/**
 * {@code tables/lateralisation.csv}: score(contralateral) − score(ipsilateral), meant over the
 * vertices of an ROI that have both scores, one row per participant × hemisphere × network × layer
 * × split × ROI.
 */
public final class LateralisationTable {
  private LateralisationTable() {}

  public static Table of(StudyScores scores) {
    Table table =
        RoiColumns.table(
            Column.number("lateralisation"), Column.count("n_vertices"), Column.count("n_scored"));
    for (RoiScores row : scores.rows()) {
      if (row.has(Quantity.LATERALISATION)) {
        table.row(
            RoiColumns.row(
                row.participant(),
                row.hemisphere(),
                row.condition(),
                row.roi(),
                row.mean(Quantity.LATERALISATION),
                row.vertices(),
                row.scored(Quantity.LATERALISATION)));
      }
    }
    return table;
  }
}
