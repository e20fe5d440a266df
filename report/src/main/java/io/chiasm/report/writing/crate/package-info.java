/** The results folder as a research crate: what is in it, and what it came from. */
@NullMarked
package io.chiasm.report.writing.crate;

import org.jspecify.annotations.NullMarked;
