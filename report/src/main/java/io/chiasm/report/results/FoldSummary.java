package io.chiasm.report.results;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Lateralisation of ROIs by fold, collected cell by cell. */
public final class FoldSummary {
  private final LastHemisphere rois;
  private final List<FoldMeans> rows = new ArrayList<>();

  public FoldSummary(MaskSource masks) {
    this.rois = LastHemisphere.of(masks);
  }

  /**
   * Adds a cell; quickest if those of a hemisphere come together.
   *
   * @param lateralisation of the cell
   * @throws io.chiasm.contracts.failure.InputException if arrays and masks do not fit each other
   */
  public void add(EncodingCell cell, FoldLateralisation lateralisation) {
    if (lateralisation.folds() == 0) {
      return;
    }
    for (RoiVertices roi : rois.of(cell, lateralisation.vertices())) {
      int[] complete = Arrays.stream(roi.vertices()).filter(lateralisation::complete).toArray();
      if (complete.length > 0) {
        rows.add(
            new FoldMeans(
                cell.participant(),
                cell.hemisphere(),
                cell.condition(),
                roi.roi(),
                IntStream.range(0, lateralisation.folds())
                    .mapToObj(fold -> mean(lateralisation, fold, complete))
                    .toList()));
      }
    }
  }

  /** In the order of the cells, then ROIs; an ROI without a complete vertex has none. */
  public List<FoldMeans> rows() {
    return List.copyOf(rows);
  }

  private static double mean(FoldLateralisation lateralisation, int fold, int[] vertices) {
    double sum = 0;
    for (int vertex : vertices) {
      sum += lateralisation.get(fold, vertex);
    }
    return sum / vertices.length;
  }
}
