/** Which positions of a feature map belong to which half. */
@NullMarked
package io.chiasm.encoding.split;

import org.jspecify.annotations.NullMarked;
