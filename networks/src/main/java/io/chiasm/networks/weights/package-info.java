/** Weights drawn anew from a seed, with torch's random numbers. */
@NullMarked
package io.chiasm.networks.weights;

import org.jspecify.annotations.NullMarked;
