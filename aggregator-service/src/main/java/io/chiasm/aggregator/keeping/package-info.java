/** What in the store is still needed, and what is not. */
@NullMarked
package io.chiasm.aggregator.keeping;

import org.jspecify.annotations.NullMarked;
