/** Ridge regression with a penalty per vertex, chosen by inner cross-validation. */
@NullMarked
package io.chiasm.encoding.ridge;

import org.jspecify.annotations.NullMarked;
