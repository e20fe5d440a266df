/** Measurements; run by hand, not by the build. */
@NullMarked
package io.chiasm.encoding.bench;

import org.jspecify.annotations.NullMarked;
