/** Services and servers as processes of their own. */
@NullMarked
package io.chiasm.local.running;

import org.jspecify.annotations.NullMarked;
