/** Activations to Gram matrices, streamed in blocks. */
@NullMarked
package io.chiasm.encoding.gram;

import org.jspecify.annotations.NullMarked;
