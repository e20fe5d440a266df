/** Tables of results, written as CSV and as Parquet from the same rows. */
@NullMarked
package io.chiasm.report.table;

import org.jspecify.annotations.NullMarked;
