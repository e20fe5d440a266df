/** How far the numbers of a study would come out again: halves of folds, and parts of variance. */
@NullMarked
package io.chiasm.report.reliability;

import org.jspecify.annotations.NullMarked;
