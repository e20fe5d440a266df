package io.chiasm.dataset.algonauts;

/**
 * An ROI that a participant has, and its size.
 *
 * @param roiClass such as {@code prf-visualrois}
 * @param roi such as {@code V1v}
 * @param lh number of vertices in the left hemisphere
 * @param rh number of vertices in the right hemisphere
 */
public record RoiCount(String roiClass, String roi, int lh, int rh) {}
