/** Digests of everything that a stored object depends on. */
@NullMarked
package io.chiasm.contracts.hash;

import org.jspecify.annotations.NullMarked;
