package io.chiasm.local.lateralisation;

import io.chiasm.report.results.Roi;

/**
 * One row of {@code tables/lateralisation.csv}.
 *
 * @param hemisphere {@code lh} or {@code rh}
 * @param value mean over the ROI's vertices, finite
 */
public record MeasuredLateralisation(
    String participant,
    String hemisphere,
    String network,
    String layer,
    String split,
    Roi roi,
    double value) {}
