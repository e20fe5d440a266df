package io.chiasm.networks.catalogue;

import io.chiasm.contracts.study.Normalisation;

/**
 * How published weights want their photographs.
 *
 * @param resize short side after resizing, in pixels
 * @param crop side of the centre that is kept, in pixels: the network's input size
 */
public record Preset(
    int resize, int crop, Interpolation interpolation, Normalisation normalisation) {}
