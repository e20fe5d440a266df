package io.chiasm.report.statistics;

import io.chiasm.report.results.Condition;
import io.chiasm.report.results.Quantity;
import io.chiasm.report.results.Roi;

/**
 * One test: one contrast of one quantity in one ROI.
 *
 * @param network name, {@code one − other}, or empty for all
 * @param layer label, or {@code one − other}
 * @param n number of units
 * @param mean of the differences; NaN for a correlation
 * @param sd with {@code n − 1}; NaN for fewer than two units and for a correlation
 * @param interval 95 % bootstrap interval of the mean; NaN for fewer than three units
 * @param effect d_z, or Spearman's rho
 * @param p two-sided; NaN where there are too few units for any
 * @param pLeast the smallest p that this many units can reach
 * @param exact whether every permutation was visited, not a sample of them
 * @param max p corrected by the largest statistic over the ROIs of the same panel
 * @param bh p corrected for false discoveries over ROIs and layers of the same network and split
 */
public record ContrastResult(
    Contrast contrast,
    Quantity quantity,
    String network,
    String layer,
    String split,
    Roi roi,
    int n,
    double mean,
    double sd,
    Interval interval,
    double effect,
    double p,
    double pLeast,
    boolean exact,
    Corrected max,
    Corrected bh) {
  /**
   * A corrected p.
   *
   * @param p NaN where the test is not among those corrected together
   * @param tests how many were corrected together
   */
  public record Corrected(double p, int tests) {
    static final Corrected NONE = new Corrected(Double.NaN, 0);
  }

  /**
   * A correlation of networks' accuracy with a quantity: it has no mean and no interval, and is not
   * corrected.
   *
   * @param condition whose layer and split it is in
   * @param seed of the permutations
   */
  static ContrastResult correlation(
      Quantity quantity, Condition condition, Roi roi, int n, Spearman spearman, long seed) {
    return new ContrastResult(
        Contrast.ACCURACY,
        quantity,
        "",
        condition.layer(),
        condition.split(),
        roi,
        n,
        Double.NaN,
        Double.NaN,
        Interval.NONE,
        spearman.rho(),
        spearman.p(seed),
        spearman.least(),
        spearman.exact(),
        Corrected.NONE,
        Corrected.NONE);
  }

  ContrastResult withBh(Corrected corrected) {
    return new ContrastResult(
        contrast, quantity, network, layer, split, roi, n, mean, sd, interval, effect, p, pLeast,
        exact, max, corrected);
  }
}
