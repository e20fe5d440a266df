package io.chiasm.aggregator.shell.health;

import io.chiasm.contracts.message.Topic;
import io.chiasm.study.health.Worker;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListShareGroupOffsetsSpec;
import org.apache.kafka.clients.admin.SharePartitionOffsetInfo;
import org.apache.kafka.common.TopicPartition;

/** The share groups that work off the queues. */
final class QueueGroups {
  private final Admin admin;
  private final WorkedOff workedOff = new WorkedOff();

  QueueGroups(Admin admin) {
    this.admin = admin;
  }

  List<Worker> workers(Topic queue) {
    String group = queue.shareGroup();
    var described = admin.describeShareGroups(List.of(group)).describedGroups().get(group);
    return Answers.ofGroup(Objects.requireNonNull(described)).stream()
        .flatMap(found -> found.members().stream())
        .map(m -> new Worker(queue.label(), m.consumerId(), host(m.host())))
        .toList();
  }

  /** A partition that the group has not begun is unfinished from its beginning. */
  Positions positions(Topic queue, Map<TopicPartition, Long> from, Map<TopicPartition, Long> to) {
    String group = queue.shareGroup();
    Map<TopicPartition, SharePartitionOffsetInfo> offsets =
        Answers.ofGroup(
                admin
                    .listShareGroupOffsets(Map.of(group, new ListShareGroupOffsetsSpec()))
                    .partitionsToOffsetInfo(group))
            .orElse(Map.of());
    Positions positions = new Positions();
    to.forEach(
        (partition, end) -> {
          SharePartitionOffsetInfo info = offsets.get(partition);
          long begin = from.getOrDefault(partition, 0L);
          if (info == null || info.lag().isEmpty()) {
            positions.add(partition, begin, end - begin);
          } else {
            long unfinished = info.lag().get();
            long start = Math.max(begin, info.startOffset());
            positions.add(
                partition, workedOff.first(partition, start, end, unfinished), unfinished);
          }
        });
    return positions;
  }

  /** The broker writes a slash before the address. */
  private static String host(String host) {
    return host.startsWith("/") ? host.substring(1) : host;
  }
}
