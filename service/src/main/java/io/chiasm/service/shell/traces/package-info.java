/** Spans of OpenTelemetry, and when they are sent. */
@NullMarked
package io.chiasm.service.shell.traces;

import org.jspecify.annotations.NullMarked;
