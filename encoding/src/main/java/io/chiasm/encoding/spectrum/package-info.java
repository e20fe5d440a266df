/** Centred Gram matrix of one fold's training stimuli, decomposed. */
@NullMarked
package io.chiasm.encoding.spectrum;

import org.jspecify.annotations.NullMarked;
