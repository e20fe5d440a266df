/** From photographs to a network's input. */
@NullMarked
package io.chiasm.extraction.preprocess;

import org.jspecify.annotations.NullMarked;
