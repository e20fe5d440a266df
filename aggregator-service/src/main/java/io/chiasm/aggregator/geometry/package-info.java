/** Where in the image a layer's halves look. */
@NullMarked
package io.chiasm.aggregator.geometry;

import org.jspecify.annotations.NullMarked;
