/** Where in the image a layer's halves look. */
@NullMarked
package io.chiasm.report.geometry;

import org.jspecify.annotations.NullMarked;
