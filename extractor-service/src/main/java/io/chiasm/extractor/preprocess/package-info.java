/** From photographs to a network's input. */
@NullMarked
package io.chiasm.extractor.preprocess;

import org.jspecify.annotations.NullMarked;
