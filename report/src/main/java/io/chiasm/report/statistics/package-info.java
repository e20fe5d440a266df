/** Tests with the participant as unit, as {@code methods.md} defines them. */
@NullMarked
package io.chiasm.report.statistics;

import org.jspecify.annotations.NullMarked;
