package io.chiasm.report.results;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.ParticipantId;
import java.util.List;

/**
 * Lateralisation of an ROI in one cell, fold by fold.
 *
 * @param means over the ROI's vertices that have a value in every fold; not empty, all finite
 */
public record FoldMeans(
    ParticipantId participant,
    Hemisphere hemisphere,
    Condition condition,
    Roi roi,
    List<Double> means) {
  public FoldMeans {
    means = List.copyOf(means);
  }
}
