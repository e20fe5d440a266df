/** Tasks and events from the broker. */
@NullMarked
package io.chiasm.extractor.shell.kafka;

import org.jspecify.annotations.NullMarked;
