/** Files of trained weights, read as data: nothing in them is ever run. */
@NullMarked
package io.chiasm.networks.checkpoint;

import org.jspecify.annotations.NullMarked;
