package io.chiasm.dataset.algonauts;

import io.chiasm.dataset.roi.RoiMask;
import java.util.List;
import java.util.Optional;

/** One hemisphere of one participant: where its responses are, and which vertices are which. */
final class HemisphereData {
  private final ResponseFile responses;
  private final List<RoiMask> masks;
  private final int[] fsaverage;

  /**
   * @param fsaverage {@code [vertex]} number of the vertex on fsaverage; empty if not known
   */
  HemisphereData(ResponseFile responses, List<RoiMask> masks, int[] fsaverage) {
    this.responses = responses;
    this.masks = List.copyOf(masks);
    this.fsaverage = fsaverage.clone();
  }

  ResponseFile responses() {
    return responses;
  }

  List<RoiMask> masks() {
    return masks;
  }

  Optional<int[]> fsaverage() {
    return fsaverage.length == 0 ? Optional.empty() : Optional.of(fsaverage.clone());
  }
}
