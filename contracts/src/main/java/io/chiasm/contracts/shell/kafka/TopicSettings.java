package io.chiasm.contracts.shell.kafka;

import io.chiasm.contracts.message.Topic;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * How topics are made, and whether they are.
 *
 * @param create whether missing topics are created and share groups are set, or only checked
 * @param replication copies of each topic; the broker's own default if empty
 * @param partitions of tasks, activations and encodings; each topic's own number if empty
 * @param retention how long messages are kept; longer than the longest outage
 * @param deadLetterRetention how long dead letters are kept
 */
public record TopicSettings(
    boolean create,
    OptionalInt replication,
    OptionalInt partitions,
    Duration retention,
    Duration deadLetterRetention) {
  /** Made as the broker's defaults and the topics' own numbers say. */
  public static final TopicSettings DEFAULT =
      new TopicSettings(
          true, OptionalInt.empty(), OptionalInt.empty(), Duration.ofDays(7), Duration.ofDays(30));

  int partitions(Topic topic) {
    return topic == Topic.STUDIES || topic == Topic.DEAD_LETTERS
        ? topic.partitions()
        : partitions.orElse(topic.partitions());
  }

  Duration retention(Topic topic) {
    return topic == Topic.DEAD_LETTERS ? deadLetterRetention : retention;
  }
}
