/** Python pickles as plain data: the part of the format that makes nothing but values. */
@NullMarked
package io.chiasm.contracts.pickle;

import org.jspecify.annotations.NullMarked;
