package io.chiasm.networks.graph;

import org.jspecify.annotations.Nullable;

/**
 * How the two parts of the image are kept apart in a network.
 *
 * @param callosum the layer up to which they are; null if they are never joined
 * @param sharedMidline whether the middle column of an odd width is seen by both, or by neither
 * @param sharedGates whether what averages over a map, as squeeze-and-excitation does, averages
 *     over both parts' maps
 */
public record Callosal(@Nullable String callosum, boolean sharedMidline, boolean sharedGates) {}
