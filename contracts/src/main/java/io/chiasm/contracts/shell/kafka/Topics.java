package io.chiasm.contracts.shell.kafka;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.failure.TransientException;
import io.chiasm.contracts.message.Topic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.FeatureMetadata;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.ListShareGroupOffsetsSpec;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.SharePartitionOffsetInfo;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;

/** The broker as its administrator sees it: topics, share groups, backlog. */
public final class Topics implements AutoCloseable {
  private final Admin admin;
  private final String bootstrap;

  /**
   * @param bootstrap {@code host:port,…} of the brokers
   */
  public Topics(String bootstrap) {
    this.bootstrap = bootstrap;
    this.admin = Admin.create(Map.of("bootstrap.servers", bootstrap));
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
          "the broker at "
              + bootstrap
              + " has no share groups: Kafka 4.2 or later with share.version 1 is needed");
    }
  }

  /** Creates the topics that are missing; existing ones are left alone. */
  public void createMissing(short replicas) {
    Set<String> existing = await(admin.listTopics().names());
    List<NewTopic> missing =
        Arrays.stream(Topic.values())
            .filter(t -> !existing.contains(t.label()))
            .map(t -> new NewTopic(t.label(), t.partitions(), replicas).configs(configs(t)))
            .collect(Collectors.toList());
    await(admin.createTopics(missing).all());
  }

  /** Tasks sent before the first worker joins must not be lost to it. */
  public void configureQueues() {
    Map<ConfigResource, Collection<AlterConfigOp>> changes = new LinkedHashMap<>();
    for (Topic topic : Topic.values()) {
      if (topic.queue()) {
        changes.put(
            new ConfigResource(ConfigResource.Type.GROUP, topic.shareGroup()),
            List.of(
                set("share.auto.offset.reset", "earliest"),
                set("share.record.lock.duration.ms", "15000")));
      }
    }
    await(admin.incrementalAlterConfigs(changes).all());
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

  private static Map<String, String> configs(Topic topic) {
    // A task queue must outlive the longest outage; the store keeps results.
    return topic == Topic.DEAD_LETTERS
        ? Map.of("retention.ms", "2592000000", "max.message.bytes", "8388608")
        : Map.of("retention.ms", "604800000", "max.message.bytes", "8388608");
  }

  private static AlterConfigOp set(String name, String value) {
    return new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
  }

  private <T> T await(KafkaFuture<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new TransientException("the broker at " + bootstrap + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TransientException("interrupted", e);
    }
  }

  @Override
  public void close() {
    admin.close();
  }
}
