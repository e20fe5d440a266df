package io.chiasm.aggregator.results;

import io.chiasm.contracts.failure.InputException;
import java.util.ArrayList;
import java.util.List;

/** From one cell's arrays over vertices to means over ROIs. */
final class CellSummary {
  private static final String CONTRA = Quantity.SCORE_CONTRA.label();
  private static final String IPSI = Quantity.SCORE_IPSI.label();

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
      fillLateralisation();
    } else if (cell.has(quantity.label())) {
      float[] values = values(quantity.label());
      for (int i = 0; i < rois.size(); i++) {
        rows.get(i).set(quantity, Mean.of(values, rois.get(i).vertices()));
      }
    }
  }

  private void fillLateralisation() {
    if (cell.has(CONTRA) && cell.has(IPSI)) {
      float[] contra = values(CONTRA);
      float[] ipsi = values(IPSI);
      for (int i = 0; i < rois.size(); i++) {
        Mean mean = Mean.ofDifference(contra, ipsi, rois.get(i).vertices());
        rows.get(i).set(Quantity.LATERALISATION, mean);
      }
    }
  }

  private float[] values(String name) {
    float[] values = cell.values(name);
    int vertices = rois.get(0).vertices().length;
    if (values.length != vertices) {
      throw new InputException(
          "%s of %s %s, %s has %d vertices instead of %d"
              .formatted(
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
