/** What a study writes when all is computed. */
@NullMarked
package io.chiasm.aggregator.shell.reporting;

import org.jspecify.annotations.NullMarked;
