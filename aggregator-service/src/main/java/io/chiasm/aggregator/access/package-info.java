/** Who may do what. */
@NullMarked
package io.chiasm.aggregator.access;

import org.jspecify.annotations.NullMarked;
