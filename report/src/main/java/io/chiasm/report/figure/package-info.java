/** Figures of a study: one description, drawn as SVG and as PNG. */
@NullMarked
package io.chiasm.report.figure;

import org.jspecify.annotations.NullMarked;
