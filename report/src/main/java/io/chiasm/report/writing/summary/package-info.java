/** A study's main numbers, for programs. */
@NullMarked
package io.chiasm.report.writing.summary;

import org.jspecify.annotations.NullMarked;
