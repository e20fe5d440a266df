/** Encoding models of one hemisphere: features and responses to scores per vertex. */
@NullMarked
package io.chiasm.encoder.encode;

import org.jspecify.annotations.NullMarked;
