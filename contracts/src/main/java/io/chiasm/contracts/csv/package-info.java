/** Tables as CSV, read line by line. */
@NullMarked
package io.chiasm.contracts.csv;

import org.jspecify.annotations.NullMarked;
