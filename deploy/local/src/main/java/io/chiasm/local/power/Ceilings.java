package io.chiasm.local.power;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.local.simulate.Draws;
import java.util.Arrays;
import java.util.List;

/** The noise ceilings that made vertices draw theirs from, as correlations. */
public final class Ceilings {
  private final double[] correlations;

  private Ceilings(double[] correlations) {
    this.correlations = correlations;
  }

  /**
   * @param shares explainable shares of the variance, 0 to 1; NaN where a vertex has none
   * @throws InputException if a share is outside, or there is none above 0
   */
  public static Ceilings of(List<Double> shares) {
    for (double share : shares) {
      if (share < 0 || share > 1) {
        throw new InputException(
            "noise ceiling "
                + share
                + ": the explainable share of the variance is from 0 to 1 (not percent)");
      }
    }
    double[] correlations =
        shares.stream().filter(share -> share > 0).mapToDouble(Math::sqrt).toArray();
    if (correlations.length == 0) {
      throw new InputException("noise ceiling: no vertex has explainable variance (above 0)");
    }
    return new Ceilings(correlations);
  }

  double draw(Draws draws) {
    return correlations[draws.below(correlations.length)];
  }

  /** Mean largest correlation that a model could reach. */
  public double mean() {
    return Arrays.stream(correlations).average().orElse(Double.NaN);
  }

  /** Mean explainable share of the variance. */
  public double meanShare() {
    return Arrays.stream(correlations).map(r -> r * r).average().orElse(Double.NaN);
  }
}
