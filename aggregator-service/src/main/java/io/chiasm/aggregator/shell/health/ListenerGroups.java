package io.chiasm.aggregator.shell.health;

import io.chiasm.contracts.message.Topic;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;

/** The consumer groups that listen to events. */
final class ListenerGroups {
  private final Admin admin;

  ListenerGroups(Admin admin) {
    this.admin = admin;
  }

  /**
   * @param consumers that have a partition of the topic assigned
   * @param positions of the topics where a group keeps count
   */
  record Listeners(Map<Topic, Integer> consumers, Map<Topic, Positions> positions) {}

  Listeners read(Map<TopicPartition, Long> latest) {
    Listeners listeners = new Listeners(new EnumMap<>(Topic.class), new EnumMap<>(Topic.class));
    ListGroupsOptions alive =
        ListGroupsOptions.forConsumerGroups().inGroupStates(Set.of(GroupState.STABLE));
    List<String> groups =
        Answers.of(admin.listGroups(alive).all()).stream().map(GroupListing::groupId).toList();
    for (var described : admin.describeConsumerGroups(groups).describedGroups().values()) {
      Answers.ofGroup(described).ifPresent(group -> add(listeners, group, latest));
    }
    return listeners;
  }

  private void add(
      Listeners listeners, ConsumerGroupDescription group, Map<TopicPartition, Long> latest) {
    Set<Topic> heard = new HashSet<>();
    for (var member : group.members()) {
      Set<Topic> topics = new HashSet<>();
      member.assignment().topicPartitions().stream()
          .filter(latest::containsKey)
          .forEach(p -> topics.add(Topic.of(p.topic())));
      topics.forEach(topic -> listeners.consumers().merge(topic, 1, Integer::sum));
      heard.addAll(topics);
    }
    if (heard.isEmpty()) {
      return;
    }
    Map<TopicPartition, OffsetAndMetadata> committed =
        Answers.ofGroup(
                admin.listConsumerGroupOffsets(group.groupId()).partitionsToOffsetAndMetadata())
            .orElse(Map.of());
    committed.forEach(
        (partition, offset) -> {
          Long end = latest.get(partition);
          // The map holds null for a partition without a committed offset.
          if (end != null && offset != null) {
            listeners
                .positions()
                .computeIfAbsent(Topic.of(partition.topic()), t -> new Positions())
                .add(partition, offset.offset(), Math.max(0, end - offset.offset()));
          }
        });
  }
}
