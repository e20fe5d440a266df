package io.chiasm.aggregator.shell.health;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Per partition the first message that is not finished, and how many are not. */
final class Positions {
  private final Map<TopicPartition, Long> next = new HashMap<>();
  private long lag;

  void add(TopicPartition partition, long offset, long unfinished) {
    lag += unfinished;
    if (unfinished > 0) {
      next.put(partition, offset);
    }
  }

  long lag() {
    return lag;
  }

  /** Where there is something unfinished. */
  Map<TopicPartition, Long> next() {
    return next;
  }
}
