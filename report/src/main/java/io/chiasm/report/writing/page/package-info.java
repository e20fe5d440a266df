/** The pages of reports, section by section: what was found of a study, and of a comparison. */
@NullMarked
package io.chiasm.report.writing.page;

import org.jspecify.annotations.NullMarked;
