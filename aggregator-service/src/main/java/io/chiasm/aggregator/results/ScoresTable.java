package io.chiasm.aggregator.results;

import io.chiasm.contracts.brain.Model;

/**
 * {@code tables/scores.csv}: one row per participant × hemisphere × network × layer × split × ROI ×
 * model. An ROI without vertices has no row; one whose vertices all lack a score has {@code NaN}.
 */
public final class ScoresTable {
  private ScoresTable() {}

  public static byte[] csv(StudyScores scores) {
    Csv csv =
        new Csv(
            "participant",
            "hemisphere",
            "network",
            "layer",
            "tensor",
            "split",
            "regression",
            "roi_class",
            "roi",
            "model",
            "score",
            "r2",
            "n_vertices",
            "n_scored");
    for (RoiScores row : scores.rows()) {
      for (Model model : Model.values()) {
        if (row.has(Quantity.score(model))) {
          csv.row(cells(row, model));
        }
      }
    }
    return csv.bytes();
  }

  private static Object[] cells(RoiScores row, Model model) {
    return new Object[] {
      row.participant(),
      row.hemisphere().label(),
      row.condition().network(),
      row.condition().layer(),
      row.condition().tensor(),
      row.condition().split(),
      row.condition().regression(),
      row.roi().roiClass(),
      row.roi().name(),
      model.label(),
      DecimalText.exact(row.mean(Quantity.score(model))),
      DecimalText.exact(row.mean(Quantity.r2(model))),
      row.vertices(),
      row.scored(Quantity.score(model))
    };
  }
}
