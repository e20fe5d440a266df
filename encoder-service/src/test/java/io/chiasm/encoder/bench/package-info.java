/** Measurements; run by hand, not by the build. */
@NullMarked
package io.chiasm.encoder.bench;

import org.jspecify.annotations.NullMarked;
