/** Noise ceilings: how well any model could predict a vertex. */
@NullMarked
package io.chiasm.report.ceiling;

import org.jspecify.annotations.NullMarked;
