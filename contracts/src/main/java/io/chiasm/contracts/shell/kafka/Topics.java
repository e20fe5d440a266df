package io.chiasm.contracts.shell.kafka;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.failure.TransientException;
import io.chiasm.contracts.message.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.FeatureMetadata;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.ListShareGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.SharePartitionOffsetInfo;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** The broker as its administrator sees it: topics, share groups, backlog. */
public final class Topics implements AutoCloseable {
  private final Admin admin;
  private final Brokers brokers;

  /** For work that can wait as long as Kafka's clients do. */
  public Topics(Brokers brokers) {
    this(brokers, Map.of());
  }

  private Topics(Brokers brokers, Map<String, Object> own) {
    this.brokers = brokers;
    this.admin = admin(brokers, own);
  }

  private static Admin admin(Brokers brokers, Map<String, Object> own) {
    try {
      return Admin.create(brokers.properties(own));
    } catch (KafkaException e) {
      throw BrokerFailures.of(e, brokers);
    }
  }

  /** For questions that are answered within this time or not at all. */
  public static Topics within(Duration patience, Brokers brokers) {
    int millis = (int) patience.toMillis();
    return new Topics(
        brokers,
        Map.of(
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            millis,
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
            millis,
            AdminClientConfig.BOOTSTRAP_RESOLVE_TIMEOUT_MS_CONFIG,
            millis));
  }

  /**
   * Refuses a broker without share groups.
   *
   * @throws InputException if the broker is older than 4.2 or has them switched off
   */
  public void requireShareGroups() {
    FeatureMetadata features = await(admin.describeFeatures().featureMetadata());
    var share = features.finalizedFeatures().get("share.version");
    if (share == null || share.maxVersionLevel() < 1) {
      throw new InputException(
          BrokerFailures.at(brokers)
              + " has no share groups: Kafka 4.2 or later with share.version 1 is needed");
    }
  }

  /**
   * Makes the topics that are missing and sets up their share groups, or checks them where that is
   * not allowed. Existing topics are left alone.
   *
   * @throws InputException listing everything that is missing or wrong
   */
  public void prepare(TopicSettings settings, Set<Topic> topics) {
    new TopicPreparation(admin, brokers, settings).prepare(topics);
  }

  /** All topics, as {@link #prepare(TopicSettings, Set)}. */
  public void prepare(TopicSettings settings) {
    prepare(settings, EnumSet.allOf(Topic.class));
  }

  /**
   * Unfinished tasks per queue, those under way included. A group that no worker has joined yet has
   * no lag on record: then everything on the topic counts.
   */
  public Map<Topic, Long> backlog() {
    Map<Topic, Long> backlog = new EnumMap<>(Topic.class);
    for (Topic topic : Topic.values()) {
      if (topic.queue()) {
        backlog.put(topic, backlog(topic));
      }
    }
    return backlog;
  }

  private long backlog(Topic topic) {
    Map<TopicPartition, SharePartitionOffsetInfo> offsets =
        await(
            admin
                .listShareGroupOffsets(Map.of(topic.shareGroup(), new ListShareGroupOffsetsSpec()))
                .partitionsToOffsetInfo(topic.shareGroup()));
    long backlog = 0;
    List<TopicPartition> untouched = new ArrayList<>();
    for (TopicPartition partition : partitions(topic)) {
      // The map holds null for a partition that the group has not begun.
      SharePartitionOffsetInfo info = offsets.get(partition);
      if (info == null || info.lag().isEmpty()) {
        untouched.add(partition);
      } else {
        backlog += info.lag().get();
      }
    }
    return backlog + records(untouched);
  }

  private List<TopicPartition> partitions(Topic topic) {
    return await(admin.describeTopics(List.of(topic.label())).allTopicNames()).values().stream()
        .flatMap(described -> described.partitions().stream())
        .map(info -> new TopicPartition(topic.label(), info.partition()))
        .toList();
  }

  private long records(List<TopicPartition> partitions) {
    return offsets(partitions, OffsetSpec.latest()) - offsets(partitions, OffsetSpec.earliest());
  }

  /** Sum over the partitions. */
  private long offsets(List<TopicPartition> partitions, OffsetSpec which) {
    Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
    partitions.forEach(partition -> wanted.put(partition, which));
    return await(admin.listOffsets(wanted).all()).values().stream()
        .mapToLong(ListOffsetsResultInfo::offset)
        .sum();
  }

  private <T> T await(KafkaFuture<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw BrokerFailures.of(e, brokers);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  static TransientException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new TransientException("interrupted while waiting for the broker", e);
  }

  @Override
  public void close() {
    admin.close(Duration.ZERO);
  }
}
