/** The files of a results folder: where they go, and what figures and arrays become in them. */
@NullMarked
package io.chiasm.report.writing.file;

import org.jspecify.annotations.NullMarked;
