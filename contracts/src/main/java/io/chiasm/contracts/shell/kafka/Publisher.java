package io.chiasm.contracts.shell.kafka;

import io.chiasm.contracts.failure.TransientException;
import io.chiasm.contracts.message.Message;
import io.chiasm.contracts.shell.json.CloudEvents;
import io.chiasm.contracts.telemetry.Effort;
import io.chiasm.contracts.telemetry.Tracing;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Publishes messages and returns only when the broker has them. */
public final class Publisher implements AutoCloseable {
  /** A fan-in's encoding tasks name no tensors, but a block names every image. */
  static final int LARGEST_MESSAGE = 4 << 20;

  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final Producer<String, byte[]> producer;
  private final String sender;
  private final Tracing tracing;

  /**
   * @param sender service that speaks, such as {@code aggregator}
   */
  public Publisher(Brokers brokers, String sender) {
    this(brokers, sender, Tracing.OFF);
  }

  /**
   * @param sender service that speaks, such as {@code aggregator}
   * @param tracing knows what the sending thread is at work on, which messages then say
   */
  public Publisher(Brokers brokers, String sender, Tracing tracing) {
    this(connect(brokers), sender, tracing);
  }

  /**
   * @param producer closed with this
   * @param sender service that speaks, such as {@code aggregator}
   * @param tracing knows what the sending thread is at work on
   */
  public Publisher(Producer<String, byte[]> producer, String sender, Tracing tracing) {
    this.producer = producer;
    this.sender = sender;
    this.tracing = tracing;
  }

  private static Producer<String, byte[]> connect(Brokers brokers) {
    return new KafkaProducer<>(
        brokers.properties(
            Map.of(
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                LARGEST_MESSAGE,
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "gzip")),
        new StringSerializer(),
        new ByteArraySerializer());
  }

  /**
   * Sends and waits.
   *
   * @throws TransientException if the broker did not take it in time
   */
  public void publish(Message message) {
    publish(List.of(message));
  }

  /**
   * Sends all and waits for all.
   *
   * @throws TransientException if the broker did not take them in time
   */
  public void publish(List<? extends Message> messages) {
    publish(messages, Optional.empty());
  }

  /**
   * Sends all and waits for all.
   *
   * @param effort what the work behind all of them took together; the last one says so
   * @throws TransientException if the broker did not take them in time
   */
  public void publish(List<? extends Message> messages, Optional<Effort> effort) {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    for (Message message : messages) {
      boolean last = sent.size() == messages.size() - 1;
      sent.add(producer.send(record(message, last ? effort : Optional.empty())));
    }
    for (Future<RecordMetadata> one : sent) {
      await(one);
    }
  }

  /**
   * Sends once more what was received, as it came, and waits.
   *
   * @throws TransientException if the broker did not take it in time
   */
  void publishAgain(ConsumerRecord<String, byte[]> received) {
    await(
        producer.send(
            new ProducerRecord<>(
                received.topic(), null, received.key(), received.value(), received.headers())));
  }

  private ProducerRecord<String, byte[]> record(Message message, Optional<Effort> effort) {
    var record =
        new ProducerRecord<>(
            message.topic().label(),
            message.key(),
            CloudEvents.write(message, sender, tracing.current(), effort));
    record.headers().add("content-type", CloudEvents.CONTENT_TYPE.getBytes(StandardCharsets.UTF_8));
    return record;
  }

  private static void await(Future<RecordMetadata> sent) {
    try {
      sent.get();
    } catch (ExecutionException e) {
      throw new TransientException("the broker did not take a message: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TransientException("interrupted while publishing", e);
    }
  }

  /** What is not sent by now is sent again by whoever takes the task up. */
  @Override
  public void close() {
    producer.close(PATIENCE);
  }
}
