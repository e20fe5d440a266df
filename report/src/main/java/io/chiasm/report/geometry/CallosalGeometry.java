package io.chiasm.report.geometry;

/**
 * Where a layer of a network that is split in its architecture looks.
 *
 * @param split as tables name it
 * @param callosum as the study names it
 * @param crosses whether the layer is computed from both hemifields, so after the callosum
 */
public record CallosalGeometry(
    String split, String callosum, boolean crosses, LayerGeometry geometry) {}
