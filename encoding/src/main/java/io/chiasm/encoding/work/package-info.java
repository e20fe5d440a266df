/** Threads and memory that a computation may use. */
@NullMarked
package io.chiasm.encoding.work;

import org.jspecify.annotations.NullMarked;
