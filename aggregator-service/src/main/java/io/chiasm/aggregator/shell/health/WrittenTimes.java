package io.chiasm.aggregator.shell.health;

import io.chiasm.contracts.shell.kafka.Brokers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** When messages were written; each is looked at once. */
final class WrittenTimes implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final KafkaConsumer<byte[], byte[]> reader;
  private final Map<TopicPartition, Seen> seen = new HashMap<>();

  private record Seen(long offset, long millis) {}

  WrittenTimes(Brokers brokers) {
    this.reader = Answers.reader(brokers);
  }

  /** The oldest of these messages, in milliseconds since 1970. */
  OptionalLong oldest(Map<TopicPartition, Long> offsets) {
    offsets.forEach(this::look);
    return offsets.keySet().stream()
        .map(seen::get)
        .filter(Objects::nonNull)
        .mapToLong(Seen::millis)
        .min();
  }

  private void look(TopicPartition partition, long offset) {
    Seen known = seen.get(partition);
    if (known != null && known.offset == offset) {
      return;
    }
    reader.assign(List.of(partition));
    reader.seek(partition, offset);
    for (var found : reader.poll(PATIENCE).records(partition)) {
      seen.put(partition, new Seen(offset, found.timestamp()));
      return;
    }
    seen.remove(partition);
  }

  @Override
  public void close() {
    reader.close(CloseOptions.timeout(Answers.FAREWELL));
  }
}
