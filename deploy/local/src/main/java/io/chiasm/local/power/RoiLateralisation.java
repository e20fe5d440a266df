package io.chiasm.local.power;

/**
 * What a study measured in one ROI: lateralisation meant over a participant's hemispheres.
 *
 * @param condition network, layer and split
 * @param participants that have the ROI
 * @param mean over participants
 * @param sd between participants, with {@code n − 1}; NaN for one
 */
public record RoiLateralisation(
    String condition, String roiClass, String roi, int participants, double mean, double sd) {}
