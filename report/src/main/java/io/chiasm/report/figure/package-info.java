/** The charts of a study, chapter by chapter: what they show and say, not how it is drawn. */
@NullMarked
package io.chiasm.report.figure;

import org.jspecify.annotations.NullMarked;
