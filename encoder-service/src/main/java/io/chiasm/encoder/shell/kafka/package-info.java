/** Tasks and events from the broker. */
@NullMarked
package io.chiasm.encoder.shell.kafka;

import org.jspecify.annotations.NullMarked;
