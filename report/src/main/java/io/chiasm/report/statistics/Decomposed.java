package io.chiasm.report.statistics;

import io.chiasm.report.results.Roi;

/**
 * One term of the lateralisation of one ROI.
 *
 * @param sides which of the hemispheres' values
 * @param adds whether it is one of the terms that add up to the lateralisation
 * @param n participants that have all splits
 * @param mean over participants
 * @param sd over participants; NaN for fewer than two
 * @param interval bootstrap over participants
 * @param share of the mean lateralisation; NaN where the interval of that holds 0
 */
public record Decomposed(
    String network,
    String layer,
    Roi roi,
    Sides sides,
    LeakTerm term,
    boolean adds,
    int n,
    double mean,
    double sd,
    Interval interval,
    double share) {
  /** How a participant's hemispheres become one value. */
  public enum Sides {
    /** Their mean, or the one that has the ROI. */
    MEAN("mean"),
    /** Left less right. */
    DIFFERENCE("left-right");

    private final String label;

    Sides(String label) {
      this.label = label;
    }

    /** As in tables. */
    public String label() {
      return label;
    }
  }

  /** Whether it is the same term of the same network, layer and hemispheres, of any ROI. */
  public boolean isOf(String otherNetwork, String otherLayer, Sides otherSides) {
    return network.equals(otherNetwork) && layer.equals(otherLayer) && sides == otherSides;
  }
}
