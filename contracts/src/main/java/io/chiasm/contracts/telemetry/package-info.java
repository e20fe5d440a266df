/** What is measured and followed of the work, in ports that know no framework. */
@NullMarked
package io.chiasm.contracts.telemetry;

import org.jspecify.annotations.NullMarked;
