/** Settings of the aggregator. */
@NullMarked
package io.chiasm.aggregator.shell.config;

import org.jspecify.annotations.NullMarked;
