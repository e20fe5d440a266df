/** Measured responses, checked and gathered. */
@NullMarked
package io.chiasm.encoder.response;

import org.jspecify.annotations.NullMarked;
