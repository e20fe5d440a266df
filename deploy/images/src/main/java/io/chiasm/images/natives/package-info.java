/** Machine code in jars, and whom it is for. */
@NullMarked
package io.chiasm.images.natives;

import org.jspecify.annotations.NullMarked;
