package io.chiasm.aggregator.shell.health;

import io.chiasm.contracts.message.Topic;
import io.chiasm.contracts.shell.kafka.Brokers;
import io.chiasm.study.health.Pipeline;
import io.chiasm.study.health.TopicHistory;
import io.chiasm.study.health.TopicReading;
import io.chiasm.study.health.Worker;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Reads topics and workers off the broker. For one thread. */
public final class PipelineReader implements AutoCloseable {
  private final Admin admin;
  private final QueueGroups queues;
  private final ListenerGroups listeners;
  private final WrittenTimes times;
  private final Supplier<Optional<Map<Topic, Long>>> held;
  private final InstantSource clock;
  private final TopicHistory history = new TopicHistory();

  /**
   * @param held tasks that wait to be sent, by queue; empty while they are not known
   */
  public PipelineReader(
      Brokers brokers, Supplier<Optional<Map<Topic, Long>>> held, InstantSource clock) {
    this.held = held;
    this.admin = Answers.admin(brokers);
    this.queues = new QueueGroups(admin);
    this.listeners = new ListenerGroups(admin);
    this.times = new WrittenTimes(brokers);
    this.clock = clock;
  }

  /**
   * How every topic is doing, and who works.
   *
   * @throws io.chiasm.contracts.failure.TransientException if the broker does not answer
   */
  public Pipeline read() {
    // First: a task that is sent meanwhile counts twice for once, rather than not at all.
    Optional<Map<Topic, Long>> waiting = held.get();
    List<TopicPartition> partitions = partitions();
    Map<TopicPartition, Long> earliest = offsets(partitions, OffsetSpec.earliest());
    Map<TopicPartition, Long> latest = offsets(partitions, OffsetSpec.latest());
    ListenerGroups.Listeners listening = listeners.read(latest);
    List<TopicReading> readings = new ArrayList<>();
    List<Worker> workers = new ArrayList<>();
    for (Topic topic : Topic.values()) {
      Map<TopicPartition, Long> from = of(topic, earliest);
      Map<TopicPartition, Long> to = of(topic, latest);
      if (topic.queue()) {
        List<Worker> ofQueue = queues.workers(topic);
        workers.addAll(ofQueue);
        Positions positions = queues.positions(topic, from, to);
        readings.add(
            reading(topic, from, to, positions, waiting.map(w -> w.get(topic)), ofQueue.size()));
      } else {
        Positions positions = listening.positions().get(topic);
        int consumers = listening.consumers().getOrDefault(topic, 0);
        readings.add(reading(topic, from, to, positions, Optional.of(0L), consumers));
      }
    }
    return new Pipeline(history.add(clock.millis(), readings), workers);
  }

  private TopicReading reading(
      Topic topic,
      Map<TopicPartition, Long> from,
      Map<TopicPartition, Long> to,
      @Nullable Positions positions,
      Optional<Long> waiting,
      int consumers) {
    OptionalLong oldest = positions == null ? OptionalLong.empty() : times.oldest(positions.next());
    return new TopicReading(
        topic.label(),
        topic.queue(),
        sum(to) - sum(from),
        sum(to),
        positions == null || waiting.isEmpty() ? null : (Long) positions.lag(),
        waiting.orElse(0L),
        oldest.isPresent() ? (Long) oldest.getAsLong() : null,
        consumers);
  }

  private List<TopicPartition> partitions() {
    List<String> labels = Arrays.stream(Topic.values()).map(Topic::label).toList();
    return Answers.of(admin.describeTopics(labels).allTopicNames()).values().stream()
        .flatMap(
            topic ->
                topic.partitions().stream()
                    .map(p -> new TopicPartition(topic.name(), p.partition())))
        .toList();
  }

  private Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, OffsetSpec which) {
    Map<TopicPartition, OffsetSpec> wanted =
        partitions.stream().collect(Collectors.toMap(Function.identity(), p -> which));
    Map<TopicPartition, ListOffsetsResultInfo> found = Answers.of(admin.listOffsets(wanted).all());
    return found.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().offset()));
  }

  private static Map<TopicPartition, Long> of(Topic topic, Map<TopicPartition, Long> offsets) {
    return offsets.entrySet().stream()
        .filter(e -> e.getKey().topic().equals(topic.label()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static long sum(Map<TopicPartition, Long> offsets) {
    return offsets.values().stream().mapToLong(Long::longValue).sum();
  }

  @Override
  public void close() {
    times.close();
    admin.close(Duration.ZERO);
  }
}
