/** Tokens that a server knows people and programs by. */
@NullMarked
package io.chiasm.contracts.access;

import org.jspecify.annotations.NullMarked;
