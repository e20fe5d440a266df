/** What a study leaves behind: report, tables, maps, provenance. */
@NullMarked
package io.chiasm.aggregator.report;

import org.jspecify.annotations.NullMarked;
