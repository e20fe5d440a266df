/** Provenance as JSON. */
@NullMarked
package io.chiasm.aggregator.shell.report;

import org.jspecify.annotations.NullMarked;
