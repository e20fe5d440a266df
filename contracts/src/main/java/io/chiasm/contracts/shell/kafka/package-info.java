/** Task queues on Kafka share groups. */
@NullMarked
package io.chiasm.contracts.shell.kafka;

import org.jspecify.annotations.NullMarked;
