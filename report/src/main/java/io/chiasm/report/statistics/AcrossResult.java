package io.chiasm.report.statistics;

import io.chiasm.report.results.Quantity;
import io.chiasm.report.results.Roi;

/**
 * How networks' top-1 accuracy goes with their lateralisation in one layer and ROI.
 *
 * @param layer label, by which the networks' layers are aligned
 * @param networks that have both
 * @param families that they belong to
 * @param participants that the lateralisation is a mean over
 * @param rho Spearman's
 * @param interval 95 % bootstrap interval of rho over participants and networks
 * @param p two-sided, by permutation of networks
 * @param pLeast the smallest p that so many networks can reach
 * @param exact whether every permutation was visited
 * @param held networks whose number of parameters is known as well
 * @param partial Spearman's rho of these with the number of parameters held constant
 * @param partialInterval 95 % bootstrap interval of it
 */
public record AcrossResult(
    Quantity quantity,
    String layer,
    String split,
    Roi roi,
    int networks,
    int families,
    int participants,
    double rho,
    Interval interval,
    double p,
    double pLeast,
    boolean exact,
    int held,
    double partial,
    Interval partialInterval) {}
