/** Waiting for what other processes do. */
@NullMarked
package io.chiasm.local.waiting;

import org.jspecify.annotations.NullMarked;
