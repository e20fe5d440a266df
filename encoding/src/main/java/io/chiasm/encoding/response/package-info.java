/** Measured responses, checked and gathered. */
@NullMarked
package io.chiasm.encoding.response;

import org.jspecify.annotations.NullMarked;
