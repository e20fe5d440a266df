/** What a study will take, before anything runs. */
@NullMarked
package io.chiasm.aggregator.estimate;

import org.jspecify.annotations.NullMarked;
