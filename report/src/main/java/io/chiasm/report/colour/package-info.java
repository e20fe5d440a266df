/** Colours that readers tell apart, colour-blind or not: sets, and scales of numbers. */
@NullMarked
package io.chiasm.report.colour;

import org.jspecify.annotations.NullMarked;
