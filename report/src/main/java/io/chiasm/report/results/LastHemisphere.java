package io.chiasm.report.results;

import io.chiasm.contracts.brain.ParticipantHemisphere;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ROIs of the hemisphere that a cell is of. Cells of one hemisphere come together, so the last
 * hemisphere's are all that is kept.
 */
final class LastHemisphere {
  private final Loading loading;
  private @Nullable ParticipantHemisphere last;
  private List<RoiVertices> rois = List.of();

  /** Makes the ROIs of a cell's hemisphere. */
  @FunctionalInterface
  interface Loading {
    /**
     * @param vertices how many the hemisphere has
     */
    List<RoiVertices> load(ParticipantHemisphere owner, int vertices);
  }

  LastHemisphere(Loading loading) {
    this.loading = loading;
  }

  /** The ROIs as their masks have them. */
  static LastHemisphere of(MaskSource masks) {
    return new LastHemisphere(
        (owner, vertices) ->
            RoiVertices.of(owner, vertices, masks.masks(owner.participant(), owner.hemisphere())));
  }

  List<RoiVertices> of(EncodingCell cell, int vertices) {
    ParticipantHemisphere owner = cell.owner();
    if (!owner.equals(last)) {
      rois = loading.load(owner, vertices);
      last = owner;
    }
    return rois;
  }
}
