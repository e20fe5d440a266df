/** Threads and memory that a computation may use. */
@NullMarked
package io.chiasm.encoder.work;

import org.jspecify.annotations.NullMarked;
