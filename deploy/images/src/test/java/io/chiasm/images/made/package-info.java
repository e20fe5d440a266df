/** Applications and archives that tests make and read. */
@NullMarked
package io.chiasm.images.made;

import org.jspecify.annotations.NullMarked;
