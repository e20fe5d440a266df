/** From photographs to the activations of a network's layers. */
@NullMarked
package io.chiasm.extraction.extract;

import org.jspecify.annotations.NullMarked;
