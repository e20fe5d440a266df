/** What readers of a study must be warned of: found, told in a sentence, and listed. */
@NullMarked
package io.chiasm.report.writing.warning;

import org.jspecify.annotations.NullMarked;
