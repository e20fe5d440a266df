package io.chiasm.report.results;

import io.chiasm.contracts.brain.ParticipantHemisphere;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.dataset.roi.RoiMask;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The vertices of one ROI in one hemisphere; never empty, since an empty ROI is missing. */
final class RoiVertices {
  private final Roi roi;
  private final int[] vertices;

  private RoiVertices(Roi roi, int[] vertices) {
    this.roi = roi;
    this.vertices = vertices;
  }

  Roi roi() {
    return roi;
  }

  /** Indices of the vertices, ascending. */
  int[] vertices() {
    return vertices;
  }

  /**
   * All ROIs of a hemisphere that have vertices, with {@link Roi#ALL} first.
   *
   * @param owner whose masks these are, for the message
   * @throws InputException if a mask has another number of vertices
   */
  static List<RoiVertices> of(ParticipantHemisphere owner, int vertices, List<RoiMask> masks) {
    List<RoiVertices> rois = new ArrayList<>();
    rois.add(new RoiVertices(Roi.ALL, IntStream.range(0, vertices).toArray()));
    for (RoiMask mask : masks) {
      if (mask.vertices() != vertices) {
        throw new InputException(
            String.format(
                Locale.ROOT,
                "ROI mask %s of %s has %d vertices, the scores have %d; both must be in challenge"
                    + " space",
                mask.roiClass(),
                owner,
                mask.vertices(),
                vertices));
      }
      mask.names().forEach((id, name) -> add(rois, mask, id, name));
    }
    return rois;
  }

  private static void add(List<RoiVertices> rois, RoiMask mask, int id, String name) {
    int[] inside = IntStream.range(0, mask.vertices()).filter(v -> mask.id(v) == id).toArray();
    if (id != 0 && inside.length > 0) {
      rois.add(new RoiVertices(new Roi(mask.roiClass(), name), inside));
    }
  }
}
