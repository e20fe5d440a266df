/** Noise ceilings: how well any model could predict a vertex. */
@NullMarked
package io.chiasm.aggregator.ceiling;

import org.jspecify.annotations.NullMarked;
