/** Regions of interest: named sets of vertices. */
@NullMarked
package io.chiasm.aggregator.roi;

import org.jspecify.annotations.NullMarked;
