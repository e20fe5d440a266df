package io.chiasm.aggregator.results;

import io.chiasm.aggregator.table.Column;
import io.chiasm.aggregator.table.Table;

/**
 * {@code tables/lateralisation.csv}: score(contralateral) − score(ipsilateral), meant over the
 * vertices of an ROI that have both scores, one row per participant × hemisphere × network × layer
 * × split × ROI.
 */
public final class LateralisationTable {
  private LateralisationTable() {}

  public static Table of(StudyScores scores) {
    Table table =
        new Table(
            Column.text("participant"),
            Column.text("hemisphere"),
            Column.text("network"),
            Column.text("layer"),
            Column.text("tensor"),
            Column.text("split"),
            Column.text("regression"),
            Column.text("roi_class"),
            Column.text("roi"),
            Column.number("lateralisation"),
            Column.count("n_vertices"),
            Column.count("n_scored"));
    for (RoiScores row : scores.rows()) {
      if (row.has(Quantity.LATERALISATION)) {
        table.row(
            row.participant().value(),
            row.hemisphere().label(),
            row.condition().network(),
            row.condition().layer(),
            row.condition().tensor(),
            row.condition().split(),
            row.condition().regression(),
            row.roi().roiClass(),
            row.roi().name(),
            row.mean(Quantity.LATERALISATION),
            row.vertices(),
            row.scored(Quantity.LATERALISATION));
      }
    }
    return table;
  }
}
