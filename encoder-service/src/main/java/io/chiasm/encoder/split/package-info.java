/** Which positions of a feature map belong to which half. */
@NullMarked
package io.chiasm.encoder.split;

import org.jspecify.annotations.NullMarked;
