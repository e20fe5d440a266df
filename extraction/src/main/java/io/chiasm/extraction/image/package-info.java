/** Photographs: from file bytes to pixels, and to other sizes, as Pillow does both. */
@NullMarked
package io.chiasm.extraction.image;

import org.jspecify.annotations.NullMarked;
