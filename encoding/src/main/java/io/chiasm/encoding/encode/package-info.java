/** Encoding models of one hemisphere: features and responses to scores per vertex. */
@NullMarked
package io.chiasm.encoding.encode;

import org.jspecify.annotations.NullMarked;
