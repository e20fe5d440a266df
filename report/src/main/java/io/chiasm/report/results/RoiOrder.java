package io.chiasm.report.results;

import io.chiasm.dataset.roi.RoiMask;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Order of ROIs in tables and figures: all vertices, then the visual hierarchy (early areas,
 * category-selective areas, streams), then other classes by name; within a class by id.
 */
final class RoiOrder implements Comparator<Roi> {
  private static final List<String> CLASSES =
      List.of(
          Roi.ALL.roiClass(),
          "prf-visualrois",
          "floc-bodies",
          "floc-faces",
          "floc-places",
          "floc-words",
          "streams");

  private final Map<Roi, Integer> ids = new HashMap<>();

  /** An order in which ROIs of a class stand as in these lists, as far as they agree. */
  static RoiOrder following(List<List<Roi>> lists) {
    List<Roi> merged = new ArrayList<>();
    for (List<Roi> list : lists) {
      int before = -1;
      for (Roi roi : list) {
        int place = merged.indexOf(roi);
        if (place < 0) {
          place = before + 1;
          merged.add(place, roi);
        }
        before = place;
      }
    }
    RoiOrder order = new RoiOrder();
    merged.forEach(roi -> order.ids.put(roi, order.ids.size()));
    return order;
  }

  /** Learns the ids of a mask's ROIs; of several ids for one name the smallest counts. */
  void learn(RoiMask mask) {
    mask.names().forEach((id, name) -> ids.merge(new Roi(mask.roiClass(), name), id, Math::min));
  }

  @Override
  public int compare(Roi one, Roi other) {
    return Comparator.<Roi>comparingInt(roi -> rank(roi.roiClass()))
        .thenComparing(Roi::roiClass)
        .thenComparing(roi -> ids.getOrDefault(roi, Integer.MAX_VALUE))
        .thenComparing(Roi::name)
        .compare(one, other);
  }

  private static int rank(String roiClass) {
    int rank = CLASSES.indexOf(roiClass);
    return rank < 0 ? CLASSES.size() : rank;
  }
}
