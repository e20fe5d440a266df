/** What a study leaves behind: report, tables, maps, provenance. */
@NullMarked
package io.chiasm.report.writing;

import org.jspecify.annotations.NullMarked;
