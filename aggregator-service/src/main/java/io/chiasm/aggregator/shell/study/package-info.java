/** Studies as they run, from submission to end. */
@NullMarked
package io.chiasm.aggregator.shell.study;

import org.jspecify.annotations.NullMarked;
