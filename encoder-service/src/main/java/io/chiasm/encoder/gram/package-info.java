/** Activations to Gram matrices, streamed in blocks. */
@NullMarked
package io.chiasm.encoder.gram;

import org.jspecify.annotations.NullMarked;
