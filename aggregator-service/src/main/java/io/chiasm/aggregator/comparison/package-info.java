/** Two studies' results side by side: what belongs together, and how much it differs. */
@NullMarked
package io.chiasm.aggregator.comparison;

import org.jspecify.annotations.NullMarked;
