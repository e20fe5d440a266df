package io.chiasm.report.results;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.Model;
import io.chiasm.contracts.brain.ParticipantId;
import io.chiasm.report.ceiling.NoiseCeilings;

/**
 * A model's scores in one ROI beside the noise ceiling there, both meant over the vertices that
 * have both.
 *
 * @param score mean correlation
 * @param ceiling mean of the largest correlation possible
 * @param r2 mean explained variance
 * @param r2Ceiling mean of the largest explained variance possible
 * @param vertices of the ROI
 * @param scored vertices that have a score and a ceiling
 */
public record NormalisedScore(
    ParticipantId participant,
    Hemisphere hemisphere,
    Condition condition,
    Roi roi,
    Model model,
    NoiseCeilings.Kind kind,
    double score,
    double ceiling,
    double r2,
    double r2Ceiling,
    int vertices,
    int scored) {
  /**
   * Share of the reachable correlation: a ratio of means, since ratios of single vertices explode
   * where a ceiling is low. Never cut off: above 1 the ceiling was too low. NaN unless the ceiling
   * is positive.
   */
  public double scoreNormalised() {
    return ceiling > 0 ? score / ceiling : Double.NaN;
  }

  /** Share of the explainable variance, in the same way. */
  public double r2Normalised() {
    return r2Ceiling > 0 ? r2 / r2Ceiling : Double.NaN;
  }
}
