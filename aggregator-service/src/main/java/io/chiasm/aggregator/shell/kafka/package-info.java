/** What the pipeline says, as it happens. */
@NullMarked
package io.chiasm.aggregator.shell.kafka;

import org.jspecify.annotations.NullMarked;
