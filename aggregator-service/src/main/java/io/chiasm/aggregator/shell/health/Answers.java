package io.chiasm.aggregator.shell.health;

import io.chiasm.contracts.failure.TransientException;
import io.chiasm.contracts.shell.kafka.Brokers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The broker's answers, within seconds or not at all: whoever looks at a page does not wait. */
final class Answers {
  private static final int PATIENCE_MILLIS = 5_000;
  private static final int LARGEST_FETCH = 8 << 20;

  /** Of a broker that is away; how its clients put it helps nobody. */
  static final String SILENT = "the broker does not answer";

  /** A broker that is away is not told good-bye. */
  static final Duration FAREWELL = Duration.ZERO;

  private Answers() {}

  static Admin admin(Brokers brokers) {
    return Admin.create(
        brokers.properties(
            Map.of(
                "default.api.timeout.ms", PATIENCE_MILLIS,
                "request.timeout.ms", PATIENCE_MILLIS)));
  }

  /** A reader of chosen places; it joins no group. */
  static KafkaConsumer<byte[], byte[]> reader(Brokers brokers) {
    return new KafkaConsumer<>(
        brokers.properties(
            Map.of(
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS,
                ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS,
                ConsumerConfig.FETCH_MAX_BYTES_CONFIG, LARGEST_FETCH,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false)),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }

  /**
   * The answer.
   *
   * @throws TransientException if there is none
   */
  static <T> T of(KafkaFuture<T> future) {
    return ofGroup(future)
        .orElseThrow(() -> new TransientException("the broker does not know the group", null));
  }

  /** The answer, or empty if it is that there is no such group (yet). */
  static <T> Optional<T> ofGroup(KafkaFuture<T> future) {
    try {
      return Optional.of(future.get());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof GroupIdNotFoundException) {
        return Optional.empty();
      }
      throw new TransientException(
          e.getCause() instanceof TimeoutException ? SILENT : "the broker: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TransientException("interrupted", e);
    }
  }
}
