package io.chiasm.aggregator.results;

import io.chiasm.aggregator.roi.RoiMask;
import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.ParticipantId;
import java.util.List;

/** Where ROI masks come from. */
@FunctionalInterface
public interface MaskSource {
  /** The masks of one hemisphere, one per ROI class; empty if there are none. */
  List<RoiMask> masks(ParticipantId participant, Hemisphere hemisphere);
}
