/** The pipeline as the broker describes it, and what failed in it. */
@NullMarked
package io.chiasm.aggregator.shell.health;

import org.jspecify.annotations.NullMarked;
