package io.chiasm.aggregator.shell.health;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * Up to where partitions were once seen without anything unfinished. Where a share group begins, as
 * the broker tells it, stays at messages that are finished until a later one is acknowledged: after
 * a night's rest a new task would be as old as the last of the evening.
 */
final class WorkedOff {
  private final Map<TopicPartition, Long> ends = new HashMap<>();

  /**
   * The first message that may be unfinished.
   *
   * @param start where the group begins, as the broker tells it
   * @param end after the last message
   */
  long first(TopicPartition partition, long start, long end, long unfinished) {
    if (unfinished == 0) {
      ends.put(partition, end);
    }
    long known = ends.getOrDefault(partition, start);
    return known <= end ? Math.max(start, known) : start;
  }
}
