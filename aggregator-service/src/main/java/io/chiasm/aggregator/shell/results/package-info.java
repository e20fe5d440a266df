/** What is shown of results, before and after they are complete. */
@NullMarked
package io.chiasm.aggregator.shell.results;

import org.jspecify.annotations.NullMarked;
