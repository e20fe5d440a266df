/** Scores of ROIs and groups: from arrays per vertex to tables. */
@NullMarked
package io.chiasm.aggregator.results;

import org.jspecify.annotations.NullMarked;
