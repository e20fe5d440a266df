/** What Chiasm needs of the machine that it runs on. */
@NullMarked
package io.chiasm.local.machine;

import org.jspecify.annotations.NullMarked;
