package io.chiasm.local.faults;

import io.chiasm.contracts.message.Topic;
import io.chiasm.contracts.shell.kafka.Brokers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The topics as an administrator reads and writes them. */
final class Records implements AutoCloseable {
  private final Brokers brokers;
  private final KafkaProducer<String, byte[]> producer;

  Records(String address) {
    brokers = Brokers.at(address);
    producer = producer();
  }

  /** Everything that a topic holds now. */
  List<ConsumerRecord<String, byte[]>> of(Topic topic) {
    List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            brokers.properties(Map.of(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 8 << 20)),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          IntStream.range(0, consumer.partitionsFor(topic.label()).size())
              .mapToObj(i -> new TopicPartition(topic.label(), i))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        consumer.poll(Duration.ofMillis(200)).forEach(all::add);
      }
    }
    return all;
  }

  /** Sends records like these once more, in this order. */
  void sendAgain(Topic topic, Collection<ConsumerRecord<String, byte[]>> records) {
    records.forEach(record -> send(topic, record.key(), record.value()));
  }

  /** Sends whatever bytes. */
  void send(Topic topic, String key, byte[] value) {
    try {
      producer.send(new ProducerRecord<>(topic.label(), key, value)).get();
    } catch (Exception e) {
      throw new AssertionError("a record for " + topic.label(), e);
    }
  }

  private KafkaProducer<String, byte[]> producer() {
    return new KafkaProducer<>(
        brokers.properties(
            Map.of(
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                16 << 20,
                ProducerConfig.BUFFER_MEMORY_CONFIG,
                64L << 20)),
        new StringSerializer(),
        new ByteArraySerializer());
  }

  @Override
  public void close() {
    producer.close();
  }
}
