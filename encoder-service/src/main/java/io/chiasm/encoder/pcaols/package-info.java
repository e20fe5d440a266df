/** Principal components, then least squares. */
@NullMarked
package io.chiasm.encoder.pcaols;

import org.jspecify.annotations.NullMarked;
