/** Regions of interest: named sets of vertices. */
@NullMarked
package io.chiasm.dataset.roi;

import org.jspecify.annotations.NullMarked;
