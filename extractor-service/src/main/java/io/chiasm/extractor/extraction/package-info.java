/** From photographs to the activations of a network's layers. */
@NullMarked
package io.chiasm.extractor.extraction;

import org.jspecify.annotations.NullMarked;
