package io.chiasm.report.writing.map;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.dataset.roi.RoiMask;
import io.chiasm.report.results.EncodingCell;
import io.chiasm.report.results.MaskSource;
import io.chiasm.report.results.Quantity;
import io.chiasm.report.surface.CorticalMap;
import io.chiasm.report.surface.Surfaces;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Brings participants' values from the data set's vertices to those of fsaverage. */
final class MapSource {
  /** The class whose ROIs are outlined: areas with a known place. */
  private static final String OUTLINED = "prf-visualrois";

  private final Surfaces.VertexNumbers numbers;
  private final MaskSource masks;
  private final Map<String, Integer> rois = new HashMap<>();

  MapSource(Surfaces.VertexNumbers numbers, MaskSource masks) {
    this.numbers = numbers;
    this.masks = masks;
  }

  /** The ROI class whose ROIs were outlined so far; empty for none. */
  String outlined() {
    return rois.isEmpty() ? "" : OUTLINED;
  }

  /**
   * Lateralisation of one participant.
   *
   * @param hemispheres the participant's cells of one condition
   */
  CorticalMap of(List<EncodingCell> hemispheres) {
    CorticalMap map = new CorticalMap();
    for (EncodingCell cell : hemispheres) {
      numbers
          .of(cell.participant(), cell.hemisphere())
          .ifPresent(vertices -> fill(map, cell, vertices));
    }
    return map;
  }

  private void fill(CorticalMap map, EncodingCell cell, int[] vertices) {
    float[] contra = values(cell, Quantity.SCORE_CONTRA, vertices.length);
    float[] ipsi = values(cell, Quantity.SCORE_IPSI, vertices.length);
    for (int i = 0; i < vertices.length; i++) {
      map.set(cell.hemisphere(), vertices[i], contra[i] - ipsi[i]);
    }
    masks.masks(cell.participant(), cell.hemisphere()).stream()
        .filter(mask -> mask.roiClass().equals(OUTLINED) && mask.vertices() == vertices.length)
        .forEach(mask -> outline(map, cell, mask, vertices));
  }

  private void outline(CorticalMap map, EncodingCell cell, RoiMask mask, int[] vertices) {
    for (int i = 0; i < vertices.length; i++) {
      String name = mask.names().get(mask.id(i));
      if (name != null) {
        map.setRoi(
            cell.hemisphere(), vertices[i], rois.computeIfAbsent(name, n -> rois.size() + 1));
      }
    }
  }

  private static float[] values(EncodingCell cell, Quantity quantity, int expected) {
    float[] values = cell.values(quantity.label());
    if (values.length != expected) {
      throw new InputException(
          String.format(
              Locale.ROOT,
              "%s %s has %d scores, its mask of all vertices on fsaverage has %d",
              cell.participant(),
              cell.hemisphere().label(),
              values.length,
              expected));
    }
    return values;
  }
}
