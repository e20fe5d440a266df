/** Random numbers equal to numpy's and torch's for the same seed. */
@NullMarked
package io.chiasm.contracts.random;

import org.jspecify.annotations.NullMarked;
