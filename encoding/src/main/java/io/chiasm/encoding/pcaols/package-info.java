/** Principal components, then least squares. */
@NullMarked
package io.chiasm.encoding.pcaols;

import org.jspecify.annotations.NullMarked;
