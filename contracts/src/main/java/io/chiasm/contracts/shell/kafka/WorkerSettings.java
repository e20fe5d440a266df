package io.chiasm.contracts.shell.kafka;

import io.chiasm.contracts.message.Topic;
import java.time.Duration;

/**
 * A worker of one queue.
 *
 * @param brokers where the queue is
 * @param queue the topic it works off
 * @param name who gives up on a task, in dead letters
 * @param renewal how often the lock of a task under way is renewed; well below the lock's duration
 */
public record WorkerSettings(Brokers brokers, Topic queue, String name, Duration renewal) {}
