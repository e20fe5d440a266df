package io.chiasm.report.results;

import io.chiasm.contracts.failure.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** From one cell's arrays over vertices to means over ROIs. */
final class CellSummary {
  private final EncodingCell cell;
  private final List<RoiScores> rows = new ArrayList<>();
  private final List<RoiVertices> rois;

  private CellSummary(EncodingCell cell, List<RoiVertices> rois) {
    this.cell = cell;
    this.rois = rois;
    rois.forEach(roi -> rows.add(new RoiScores(cell, roi.roi(), roi.vertices().length)));
  }

  /**
   * @param rois of the cell's hemisphere
   * @return one row per ROI, in the order of the ROIs
   */
  static List<RoiScores> of(EncodingCell cell, List<RoiVertices> rois) {
    CellSummary summary = new CellSummary(cell, rois);
    for (Quantity quantity : Quantity.values()) {
      summary.fill(quantity);
    }
    return summary.rows;
  }

  private void fill(Quantity quantity) {
    if (quantity == Quantity.LATERALISATION) {
      fillDifference(quantity, Quantity.SCORE_CONTRA, Quantity.SCORE_IPSI);
    } else if (quantity == Quantity.UNIQUE_LATERALISATION) {
      fillDifference(quantity, Quantity.UNIQUE_CONTRA, Quantity.UNIQUE_IPSI);
    } else if (cell.has(quantity.label())) {
      float[] values = values(quantity.label());
      for (int i = 0; i < rois.size(); i++) {
        rows.get(i).set(quantity, Mean.of(values, rois.get(i).vertices()));
      }
    }
  }

  private void fillDifference(Quantity quantity, Quantity minuend, Quantity subtrahend) {
    if (cell.has(minuend.label()) && cell.has(subtrahend.label())) {
      float[] one = values(minuend.label());
      float[] other = values(subtrahend.label());
      for (int i = 0; i < rois.size(); i++) {
        rows.get(i).set(quantity, Mean.ofDifference(one, other, rois.get(i).vertices()));
      }
    }
  }

  private float[] values(String name) {
    float[] values = cell.values(name);
    int vertices = rois.get(0).vertices().length;
    if (values.length != vertices) {
      throw new InputException(
          String.format(
              Locale.ROOT,
              "%s of %s %s, %s has %d vertices instead of %d",
              name,
              cell.participant(),
              cell.hemisphere().label(),
              cell.condition(),
              values.length,
              vertices));
    }
    return values;
  }
}
