package io.chiasm.aggregator.shell.health;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.failure.TransientException;
import io.chiasm.contracts.hash.ContentHash;
import io.chiasm.contracts.message.DeadLetter;
import io.chiasm.contracts.message.Topic;
import io.chiasm.contracts.shell.json.CloudEvents;
import io.chiasm.contracts.shell.json.Envelope;
import io.chiasm.contracts.shell.kafka.Brokers;
import io.chiasm.contracts.telemetry.TraceParent;
import io.chiasm.study.health.Letter;
import io.chiasm.study.health.LetterState;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** Records of the dead-letter topic as letters. */
final class Letters {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int ID_DIGITS = 12;

  private Letters() {}

  static ReceivedLetter received(ConsumerRecord<byte[], byte[]> record) {
    return new ReceivedLetter(letter(record), record.partition(), record.offset());
  }

  private static Letter letter(ConsumerRecord<byte[], byte[]> record) {
    try {
      Envelope envelope = CloudEvents.open(value(record));
      DeadLetter dead = deadLetter(envelope);
      return new Letter(
          id(record),
          LetterState.OPEN,
          record.timestamp(),
          dead.study(),
          dead.id(),
          dead.reason(),
          dead.origin(),
          dead.partition(),
          dead.offset(),
          dead.deliveries(),
          dead.worker(),
          envelope.trace().map(TraceParent::traceId).orElse(null));
    } catch (InputException e) {
      String reason = "not a dead letter of this software: " + e.getMessage();
      return new Letter(
          id(record),
          LetterState.OPEN,
          record.timestamp(),
          "",
          "",
          reason,
          record.topic(),
          record.partition(),
          record.offset(),
          0,
          "",
          null);
    }
  }

  /**
   * The time too: after the loss of a broker's disk offsets begin again, marks in the store stay.
   */
  private static String id(ConsumerRecord<byte[], byte[]> record) {
    return ContentHash.of("dead-letter", 1)
        .field("partition", record.partition())
        .field("offset", record.offset())
        .field("millis", record.timestamp())
        .hex()
        .substring(0, ID_DIGITS);
  }

  private static byte[] value(ConsumerRecord<byte[], byte[]> record) {
    return Objects.requireNonNullElse(record.value(), new byte[0]);
  }

  private static DeadLetter deadLetter(Envelope envelope) {
    if (envelope.message() instanceof DeadLetter dead) {
      return dead;
    }
    throw new InputException("an event of another type");
  }

  /**
   * The failed event of a letter.
   *
   * @throws InputException if the letter is no longer kept, or is none
   * @throws TransientException if the broker is away
   */
  static String event(Brokers brokers, ReceivedLetter letter) {
    TopicPartition partition = new TopicPartition(Topic.DEAD_LETTERS.label(), letter.partition());
    try (KafkaConsumer<byte[], byte[]> reader = Answers.reader(brokers)) {
      reader.assign(List.of(partition));
      reader.seek(partition, letter.offset());
      for (ConsumerRecord<byte[], byte[]> record : reader.poll(PATIENCE).records(partition)) {
        if (id(record).equals(letter.letter().id())) {
          return deadLetter(CloudEvents.open(value(record))).event();
        }
      }
    } catch (KafkaException e) {
      throw away(e);
    }
    throw new InputException("the dead letter is no longer kept by the broker");
  }

  static TransientException away(KafkaException e) {
    return new TransientException("the broker: " + e.getMessage(), e);
  }
}
