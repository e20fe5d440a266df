/** A service's files, laid out as the layers of its image. */
@NullMarked
package io.chiasm.images.stage;

import org.jspecify.annotations.NullMarked;
