/** Every reader of bytes that come from outside, and the promise that each of them keeps. */
@NullMarked
package io.chiasm.fuzz;

import org.jspecify.annotations.NullMarked;
