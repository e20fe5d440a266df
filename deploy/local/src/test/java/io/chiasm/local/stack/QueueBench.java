package io.chiasm.local.stack;

import io.chiasm.contracts.message.DeadLetter;
import io.chiasm.contracts.message.ExtractionTask;
import io.chiasm.contracts.message.InputRecipe;
import io.chiasm.contracts.message.NetworkRef;
import io.chiasm.contracts.message.ObjectLayout;
import io.chiasm.contracts.message.Topic;
import io.chiasm.contracts.shell.json.CloudEvents;
import io.chiasm.contracts.shell.kafka.Brokers;
import io.chiasm.contracts.shell.kafka.Publisher;
import io.chiasm.contracts.shell.kafka.TaskHandler;
import io.chiasm.contracts.shell.kafka.TopicSettings;
import io.chiasm.contracts.shell.kafka.Topics;
import io.chiasm.contracts.shell.service.LoggedWork;
import io.chiasm.contracts.shell.service.QueueWorkers;
import io.chiasm.contracts.store.Digest;
import io.chiasm.contracts.store.MemoryStore;
import io.chiasm.contracts.store.TensorStore;
import io.chiasm.contracts.study.Normalisation;
import io.chiasm.contracts.study.Preprocessing;
import io.chiasm.contracts.telemetry.Tracing;
import io.chiasm.local.waiting.Patience;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** A real broker with Chiasm's topics, and workers of its extraction queue. */
final class QueueBench implements AutoCloseable {
  static final Topic QUEUE = Topic.EXTRACTION_TASKS;
  static final String STUDY = "bench-0";

  private static final Digest SHA = new Digest("0123456789abcdef".repeat(4));

  /** Held, because a logger that nobody holds forgets its level. */
  private static final Logger ALL_LOGGERS = Logger.getLogger("");

  private final EmbeddedBroker broker;
  private final Topics topics;
  private final Publisher publisher;
  private final List<BenchWorker> workers = new CopyOnWriteArrayList<>();
  private final Patience patience =
      Patience.counting(() -> workers.stream().mapToLong(BenchWorker::told).sum());

  QueueBench(Path folder) throws IOException {
    ALL_LOGGERS.setLevel(Level.WARNING);
    broker = EmbeddedBroker.start(folder);
    topics = new Topics(Brokers.at(broker.bootstrap()));
    topics.requireShareGroups();
    topics.prepare(TopicSettings.DEFAULT);
    publisher = new Publisher(Brokers.at(broker.bootstrap()), "bench");
  }

  String bootstrap() {
    return broker.bootstrap();
  }

  Publisher publisher() {
    return publisher;
  }

  BenchWorker work(String name, TaskHandler handler) {
    return work(name, handler, new MemoryStore("bench"));
  }

  BenchWorker work(String name, TaskHandler handler, TensorStore store) {
    BenchWorker worker = BenchWorker.start(bootstrap(), name, handler, store, publisher);
    workers.add(worker);
    return worker;
  }

  /** Workers as a service has them. */
  QueueWorkers service(TaskHandler handler) {
    QueueWorkers workers =
        new QueueWorkers(
            Brokers.at(bootstrap()),
            QUEUE,
            1,
            handler,
            new MemoryStore("bench"),
            publisher,
            new LoggedWork(() -> {}),
            Tracing.OFF);
    workers.start();
    return workers;
  }

  void send(String... ids) {
    for (String id : ids) {
      publisher.publish(task(STUDY, id));
    }
  }

  /** A record as nobody of ours would write it. */
  void sendRaw(String key, byte @Nullable [] value) {
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrap(), "max.request.size", 8 << 20),
            new StringSerializer(),
            new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(QUEUE.label(), key, value)).get();
    } catch (ExecutionException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  static ExtractionTask task(String study, String id) {
    return new ExtractionTask(
        study,
        id,
        "network",
        new NetworkRef(ObjectLayout.graph(SHA), SHA, null),
        new InputRecipe(Preprocessing.WHOLE_IMAGE, 8, 8, Normalisation.IMAGENET),
        List.of(),
        "block",
        List.of());
  }

  long backlog() {
    return topics.backlog().getOrDefault(QUEUE, 0L);
  }

  /** The broker goes away, with what was sent. */
  void loseBroker() {
    broker.close();
  }

  /** All dead letters so far. */
  List<DeadLetter> deadLetters() {
    TopicPartition partition = new TopicPartition(Topic.DEAD_LETTERS.label(), 0);
    List<DeadLetter> letters = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrap()),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
      while (consumer.position(partition) < end) {
        consumer
            .poll(Duration.ofMillis(200))
            .forEach(r -> letters.add((DeadLetter) CloudEvents.read(r.value())));
      }
    }
    return letters;
  }

  void await(String what, BooleanSupplier condition) {
    try {
      patience.await(() -> what, condition);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(what, e);
    }
  }

  static void sleep(Duration length) {
    try {
      Thread.sleep(length.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    workers.forEach(BenchWorker::close);
    publisher.close();
    topics.close();
    broker.close();
  }
}
