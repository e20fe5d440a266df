/** The object store: keys, contents, the port. */
@NullMarked
package io.chiasm.contracts.store;

import org.jspecify.annotations.NullMarked;
