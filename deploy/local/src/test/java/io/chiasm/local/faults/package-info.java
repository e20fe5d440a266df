/** Whole studies while processes are killed, connections cut and bytes spoilt. */
@NullMarked
package io.chiasm.local.faults;

import org.jspecify.annotations.NullMarked;
