/** Scores of ROIs and groups: from arrays per vertex to tables. */
@NullMarked
package io.chiasm.report.results;

import org.jspecify.annotations.NullMarked;
