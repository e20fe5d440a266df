package io.chiasm.dataset.roi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The ROIs of one class in one hemisphere of one participant. Ids within a class do not overlap;
 * classes do.
 */
public final class RoiMask {
  private final String roiClass;
  private final Map<Integer, String> names;
  private final int[] ids;

  /**
   * @param roiClass such as {@code prf-visualrois}
   * @param names ROI name by id, in the order of the ids; without id 0
   * @param ids {@code [vertex]} the id of the ROI that the vertex lies in, 0 for none
   * @throws IllegalArgumentException if an id has no name
   */
  public RoiMask(String roiClass, Map<Integer, String> names, int[] ids) {
    this.roiClass = roiClass;
    this.names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
    this.ids = ids.clone();
    for (int id : ids) {
      if (id != 0 && !names.containsKey(id)) {
        throw new IllegalArgumentException("ROI id " + id + " of " + roiClass + " has no name");
      }
    }
  }

  public String roiClass() {
    return roiClass;
  }

  /** ROI name by id, in the order of the ids. */
  public Map<Integer, String> names() {
    return names;
  }

  /** Number of vertices of the hemisphere. */
  public int vertices() {
    return ids.length;
  }

  /** The id of the ROI that this vertex lies in, 0 for none. */
  public int id(int vertex) {
    return ids[vertex];
  }
}
