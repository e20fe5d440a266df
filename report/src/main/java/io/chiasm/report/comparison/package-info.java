/** Two studies' results side by side: what belongs together, and how much it differs. */
@NullMarked
package io.chiasm.report.comparison;

import org.jspecify.annotations.NullMarked;
