/** What services send and show to whoever operates them. */
@NullMarked
package io.chiasm.local.telemetry;

import org.jspecify.annotations.NullMarked;
