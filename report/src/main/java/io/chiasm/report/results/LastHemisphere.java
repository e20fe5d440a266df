package io.chiasm.report.results;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.ParticipantId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ROIs of the hemisphere that a cell is of. Cells of one hemisphere come together, so the last
 * hemisphere's are all that is kept.
 */
final class LastHemisphere {
  private final Loading loading;
  private @Nullable Key last;
  private List<RoiVertices> rois = List.of();

  private record Key(ParticipantId participant, Hemisphere hemisphere) {}

  /** Makes the ROIs of a cell's hemisphere. */
  @FunctionalInterface
  interface Loading {
    /**
     * @param owner the hemisphere in words, for messages
     * @param vertices how many it has
     */
    List<RoiVertices> load(String owner, EncodingCell cell, int vertices);
  }

  LastHemisphere(Loading loading) {
    this.loading = loading;
  }

  /** The ROIs as their masks have them. */
  static LastHemisphere of(MaskSource masks) {
    return new LastHemisphere(
        (owner, cell, vertices) ->
            RoiVertices.of(owner, vertices, masks.masks(cell.participant(), cell.hemisphere())));
  }

  List<RoiVertices> of(EncodingCell cell, int vertices) {
    Key key = new Key(cell.participant(), cell.hemisphere());
    if (!key.equals(last)) {
      String owner = cell.participant() + " " + cell.hemisphere().label();
      rois = loading.load(owner, cell, vertices);
      last = key;
    }
    return rois;
  }
}
