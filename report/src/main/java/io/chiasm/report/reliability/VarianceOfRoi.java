package io.chiasm.report.reliability;

import io.chiasm.report.results.Condition;
import io.chiasm.report.results.Roi;
import java.util.List;

/**
 * Parts of the variance of an ROI's mean lateralisation.
 *
 * @param network a network, or {@code untrained (N seeds)}
 * @param networks names, one per seed
 * @param condition of the network, or of the first seed
 * @param participants that have the ROI in every hemisphere, seed and fold
 * @param hemispheres of each
 * @param mean over all of them
 */
public record VarianceOfRoi(
    String network,
    List<String> networks,
    Condition condition,
    Roi roi,
    int participants,
    int hemispheres,
    int seeds,
    int folds,
    double mean,
    VarianceParts parts) {
  public VarianceOfRoi {
    networks = List.copyOf(networks);
  }

  /** Whether a network is one of several seeds here. */
  public boolean holds(String other) {
    return networks.size() > 1 && networks.contains(other);
  }
}
