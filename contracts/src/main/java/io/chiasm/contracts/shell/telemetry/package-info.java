/** Log context, spans and measurements around work and store. */
@NullMarked
package io.chiasm.contracts.shell.telemetry;

import org.jspecify.annotations.NullMarked;
