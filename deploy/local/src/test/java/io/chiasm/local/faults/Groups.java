package io.chiasm.local.faults;

import io.chiasm.contracts.shell.kafka.Brokers;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupType;
import org.apache.kafka.common.TopicPartition;

/** The groups that read topics, as an administrator sets them. */
final class Groups {
  private final Brokers brokers;

  Groups(String address) {
    brokers = Brokers.at(address);
  }

  /** Sets all offsets to the beginning; nobody may be reading. */
  void rewind() throws Exception {
    try (Admin admin = Admin.create(brokers.properties())) {
      for (GroupListing group : admin.listGroups().all().get()) {
        if (group.type().filter(GroupType.SHARE::equals).isPresent()) {
          rewindShared(admin, group.groupId());
        } else {
          rewind(admin, group.groupId());
        }
      }
    }
  }

  private static void rewind(Admin admin, String group) throws Exception {
    Map<TopicPartition, OffsetAndMetadata> start = new HashMap<>();
    admin
        .listConsumerGroupOffsets(group)
        .partitionsToOffsetAndMetadata()
        .get()
        .keySet()
        .forEach(partition -> start.put(partition, new OffsetAndMetadata(0)));
    if (!start.isEmpty()) {
      admin.alterConsumerGroupOffsets(group, start).all().get();
    }
  }

  private static void rewindShared(Admin admin, String group) throws Exception {
    Map<TopicPartition, Long> start = new HashMap<>();
    admin
        .listShareGroupOffsets(
            Map.of(group, new org.apache.kafka.clients.admin.ListShareGroupOffsetsSpec()))
        .partitionsToOffsetInfo(group)
        .get()
        .keySet()
        .forEach(partition -> start.put(partition, 0L));
    if (!start.isEmpty()) {
      admin.alterShareGroupOffsets(group, start).all().get();
    }
  }
}
