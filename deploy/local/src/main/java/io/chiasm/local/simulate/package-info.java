/** A made data set whose lateralisation is known: scenes, a cortex, responses, and their truth. */
@NullMarked
package io.chiasm.local.simulate;

import org.jspecify.annotations.NullMarked;
