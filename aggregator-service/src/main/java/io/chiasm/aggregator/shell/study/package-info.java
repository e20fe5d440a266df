/** Studies as they run: import, watch, report. */
@NullMarked
package io.chiasm.aggregator.shell.study;

import org.jspecify.annotations.NullMarked;
