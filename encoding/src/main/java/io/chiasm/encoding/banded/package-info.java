/** Ridge with a weight of the halves per vertex. */
@NullMarked
package io.chiasm.encoding.banded;

import org.jspecify.annotations.NullMarked;
