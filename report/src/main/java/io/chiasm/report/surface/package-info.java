/** Cortical surfaces: reading them, and drawing maps of vertices on them. */
@NullMarked
package io.chiasm.report.surface;

import org.jspecify.annotations.NullMarked;
