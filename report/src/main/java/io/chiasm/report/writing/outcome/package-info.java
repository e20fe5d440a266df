/** What a study left behind, as it is handed to those who write: results, failures, origins. */
@NullMarked
package io.chiasm.report.writing.outcome;

import org.jspecify.annotations.NullMarked;
