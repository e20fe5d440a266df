/** Files on their way to a server and results on their way back. */
@NullMarked
package io.chiasm.local.sending;

import org.jspecify.annotations.NullMarked;
