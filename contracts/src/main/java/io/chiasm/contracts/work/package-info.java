/** Several things at a time, within a bound. */
@NullMarked
package io.chiasm.contracts.work;

import org.jspecify.annotations.NullMarked;
