/** The three kinds of failure; the kind decides what happens next. */
@NullMarked
package io.chiasm.contracts.failure;

import org.jspecify.annotations.NullMarked;
