/** Cortical surfaces: reading them, and drawing maps of vertices on them. */
@NullMarked
package io.chiasm.aggregator.surface;

import org.jspecify.annotations.NullMarked;
