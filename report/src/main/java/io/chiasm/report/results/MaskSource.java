package io.chiasm.report.results;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.ParticipantId;
import io.chiasm.dataset.roi.RoiMask;
import java.util.List;

/** Where ROI masks come from. */
@FunctionalInterface
public interface MaskSource {
  /** The masks of one hemisphere, one per ROI class; empty if there are none. */
  List<RoiMask> masks(ParticipantId participant, Hemisphere hemisphere);
}
