package io.chiasm.aggregator.results;

/**
 * {@code tables/lateralisation.csv}: score(contralateral) − score(ipsilateral), meant over the
 * vertices of an ROI that have both scores, one row per participant × hemisphere × network × layer
 * × split × ROI.
 */
public final class LateralisationTable {
  private LateralisationTable() {}

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
            "lateralisation",
            "n_vertices",
            "n_scored");
    for (RoiScores row : scores.rows()) {
      if (row.has(Quantity.LATERALISATION)) {
        csv.row(
            row.participant(),
            row.hemisphere().label(),
            row.condition().network(),
            row.condition().layer(),
            row.condition().tensor(),
            row.condition().split(),
            row.condition().regression(),
            row.roi().roiClass(),
            row.roi().name(),
            DecimalText.exact(row.mean(Quantity.LATERALISATION)),
            row.vertices(),
            row.scored(Quantity.LATERALISATION));
      }
    }
    return csv.bytes();
  }
}
