package io.chiasm.aggregator.results;

/**
 * {@code tables/groups.csv}: mean and standard deviation ({@code n − 1}) over participants ×
 * hemispheres, one row per network × layer × split × ROI × quantity. {@code n} counts hemispheres
 * with a value, {@code n_participants} the participants they belong to.
 */
public final class GroupsTable {
  private GroupsTable() {}

  public static byte[] csv(StudyScores scores) {
    Csv csv =
        new Csv(
            "network",
            "layer",
            "tensor",
            "split",
            "regression",
            "roi_class",
            "roi",
            "quantity",
            "mean",
            "sd",
            "n",
            "n_participants");
    for (Condition condition : scores.conditions()) {
      for (Roi roi : scores.rois(condition)) {
        rows(csv, scores, condition, roi);
      }
    }
    return csv.bytes();
  }

  private static void rows(Csv csv, StudyScores scores, Condition condition, Roi roi) {
    for (Quantity quantity : Quantity.values()) {
      if (scores.has(condition, roi, quantity)) {
        Spread spread = scores.spread(condition, roi, quantity);
        csv.row(
            condition.network(),
            condition.layer(),
            condition.tensor(),
            condition.split(),
            condition.regression(),
            roi.roiClass(),
            roi.name(),
            quantity.label(),
            DecimalText.exact(spread.mean()),
            DecimalText.exact(spread.sd()),
            spread.n(),
            spread.participants());
      }
    }
  }
}
