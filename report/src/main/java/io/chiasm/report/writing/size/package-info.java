/** How much a report holds and how many steps its writing takes. */
@NullMarked
package io.chiasm.report.writing.size;

import org.jspecify.annotations.NullMarked;
