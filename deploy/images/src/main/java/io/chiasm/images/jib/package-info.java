/** Images from laid out files, without a daemon. */
@NullMarked
package io.chiasm.images.jib;

import org.jspecify.annotations.NullMarked;
