/** Maps of the cortex: their files, their figures, and those that can be turned. */
@NullMarked
package io.chiasm.report.writing.map;

import org.jspecify.annotations.NullMarked;
