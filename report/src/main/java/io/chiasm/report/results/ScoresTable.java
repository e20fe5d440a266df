package io.chiasm.report.results;

import io.chiasm.contracts.brain.Model;
import io.chiasm.report.table.Column;
import io.chiasm.report.table.Table;

/**
 * {@code tables/scores.csv}: one row per participant × hemisphere × network × layer × split × ROI ×
 * model. An ROI without vertices has no row; one whose vertices all lack a score has {@code NaN}.
 */
public final class ScoresTable {
  private ScoresTable() {}

  public static Table of(StudyScores scores) {
    Table table =
        RoiColumns.table(
            Column.text("model"),
            Column.number("score"),
            Column.number("r2"),
            Column.count("n_vertices"),
            Column.count("n_scored"));
    for (RoiScores row : scores.rows()) {
      for (Model model : Model.values()) {
        if (row.has(Quantity.score(model))) {
          table.row(cells(row, model));
        }
      }
    }
    return table;
  }

  private static Object[] cells(RoiScores row, Model model) {
    return RoiColumns.row(
        row.participant(),
        row.hemisphere(),
        row.condition(),
        row.roi(),
        model.label(),
        row.mean(Quantity.score(model)),
        row.mean(Quantity.r2(model)),
        row.vertices(),
        row.scored(Quantity.score(model)));
  }
}
