package io.chiasm.local.singlecase;

import io.chiasm.report.results.Roi;
import io.chiasm.report.statistics.SingleCase;
import java.util.List;

/**
 * Lateralisation of one ROI in one hemisphere of the case, against the same hemisphere of others.
 *
 * @param hemisphere {@code lh} or {@code rh}
 * @param others their values
 * @param bh p corrected for false discoveries over ROIs and layers of the same network, split and
 *     hemisphere
 */
public record CaseComparison(
    String network,
    String layer,
    String split,
    String hemisphere,
    Roi roi,
    List<Double> others,
    SingleCase result,
    double bh) {
  public CaseComparison {
    others = List.copyOf(others);
  }

  /** Tests that share their false discovery rate. */
  List<String> family() {
    return List.of(network, split, hemisphere);
  }

  CaseComparison withBh(double corrected) {
    return new CaseComparison(network, layer, split, hemisphere, roi, others, result, corrected);
  }
}
