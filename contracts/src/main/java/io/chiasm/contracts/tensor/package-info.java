/** Tensors in memory and as {@code .npy} bytes. */
@NullMarked
package io.chiasm.contracts.tensor;

import org.jspecify.annotations.NullMarked;
