package io.chiasm.contracts.shell.kafka;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.message.Topic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.errors.PolicyViolationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the topics that are missing and sets the share groups, where that is allowed, and checks
 * all of it. Everything that is wrong comes in one message.
 */
final class TopicPreparation {
  private static final Logger LOG = LoggerFactory.getLogger(TopicPreparation.class);

  /** Twice the largest message that is published. */
  private static final int LARGEST = 2 * Publisher.LARGEST_MESSAGE;

  private static final String LARGEST_CONFIG = "max.message.bytes";

  private final Admin admin;
  private final Brokers brokers;
  private final TopicSettings settings;
  private final List<String> wrong = new ArrayList<>();

  TopicPreparation(Admin admin, Brokers brokers, TopicSettings settings) {
    this.admin = admin;
    this.brokers = brokers;
    this.settings = settings;
  }

  /**
   * @throws InputException listing what is missing or wrong, and what to do about it
   */
  void prepare(Set<Topic> topics) {
    Set<String> existing = await(admin.listTopics().names());
    List<Topic> missing = topics.stream().filter(t -> !existing.contains(t.label())).toList();
    if (!missing.isEmpty()) {
      wrong.addAll(settings.create() ? create(missing) : List.of(missing(missing, "")));
    }
    List<Topic> there = topics.stream().filter(t -> existing.contains(t.label())).toList();
    if (!there.isEmpty()) {
      checkPartitions(there);
      checkConfigs(there);
    }
    topics.stream().filter(Topic::queue).forEach(this::group);
    if (!wrong.isEmpty()) {
      throw new InputException(BrokerFailures.at(brokers) + ": " + String.join("; ", wrong));
    }
  }

  private List<String> create(List<Topic> missing) {
    List<NewTopic> wanted = missing.stream().map(this::wanted).toList();
    Map<String, KafkaFuture<Void>> results = admin.createTopics(wanted).values();
    List<Topic> refused = new ArrayList<>();
    Set<String> reasons = new TreeSet<>();
    for (Topic topic : missing) {
      try {
        await(Objects.requireNonNull(results.get(topic.label())));
      } catch (ApiRefusal e) {
        // Another service may have been first.
        if (!(e.reason() instanceof TopicExistsException)) {
          refused.add(topic);
          reasons.add(String.valueOf(e.reason().getMessage()));
        }
      }
    }
    return refused.isEmpty() ? List.of() : List.of(missing(refused, String.join(", ", reasons)));
  }

  private NewTopic wanted(Topic topic) {
    Optional<Short> replicas =
        settings.replication().isPresent()
            ? Optional.of((short) settings.replication().getAsInt())
            : Optional.empty();
    return new NewTopic(topic.label(), Optional.of(settings.partitions(topic)), replicas)
        .configs(
            Map.of(
                "retention.ms",
                String.valueOf(settings.retention(topic).toMillis()),
                LARGEST_CONFIG,
                String.valueOf(LARGEST)));
  }

  private static String counted(int partitions) {
    return partitions == 1 ? "1 partition" : partitions + " partitions";
  }

  private String missing(List<Topic> topics, String reason) {
    List<String> words =
        topics.stream()
            .map(t -> "%s (%s)".formatted(t.label(), counted(settings.partitions(t))))
            .toList();
    return "missing topics "
        + String.join(", ", words)
        + (reason.isEmpty() ? "" : ", not created: " + reason)
        + "; create them with max.message.bytes="
        + LARGEST
        + ", or give this user the right to see"
        + (settings.create() ? " and create" : "")
        + " them";
  }

  private void checkPartitions(List<Topic> topics) {
    List<String> labels = topics.stream().map(Topic::label).toList();
    Map<String, TopicDescription> found = await(admin.describeTopics(labels).allTopicNames());
    for (Topic topic : topics) {
      TopicDescription description = found.get(topic.label());
      int partitions = description == null ? 0 : description.partitions().size();
      if (partitions < settings.partitions(topic) && settings.partitions().isPresent()) {
        wrong.add(
            "topic "
                + topic.label()
                + " has "
                + partitions
                + " partitions, CHIASM_TOPICS_PARTITIONS says "
                + settings.partitions(topic));
      }
    }
  }

  private void checkConfigs(List<Topic> topics) {
    for (Topic topic : topics) {
      Optional<Config> found = configs(ConfigResource.Type.TOPIC, topic.label());
      value(found, LARGEST_CONFIG)
          .map(Integer::parseInt)
          .filter(bytes -> bytes < Publisher.LARGEST_MESSAGE)
          .ifPresent(
              bytes ->
                  wrong.add(
                      "topic "
                          + topic.label()
                          + ": max.message.bytes is "
                          + bytes
                          + ", must be "
                          + LARGEST));
      value(found, "cleanup.policy")
          .filter(policy -> policy.contains("compact"))
          .ifPresent(
              policy ->
                  wrong.add(
                      "topic "
                          + topic.label()
                          + ": cleanup.policy is "
                          + policy
                          + ", must be delete"));
    }
  }

  /** Tasks sent before the first worker joins must not be lost to it. */
  private void group(Topic queue) {
    String group = queue.shareGroup();
    Optional<Config> found = configs(ConfigResource.Type.GROUP, group);
    List<String> differing = ShareGroupSettings.differing(name -> value(found, name));
    if (found.isPresent() && differing.isEmpty()) {
      return;
    }
    if (settings.create()) {
      try {
        await(admin.incrementalAlterConfigs(changes(group)).all());
        return;
      } catch (ApiRefusal e) {
        differing =
            differing.stream()
                .map(words -> words + " (not set: " + e.reason().getMessage() + ")")
                .toList();
      }
    }
    String command = ShareGroupSettings.command(brokers, group);
    if (found.isPresent()) {
      wrong.add(
          "share group "
              + group
              + ": "
              + String.join(", ", differing)
              + "; set it with: "
              + command);
    } else {
      LOG.warn(
          "the settings of share group {} can be neither seen nor set by this user; they must be"
              + " set once with: {}",
          group,
          command);
    }
  }

  private static Map<ConfigResource, Collection<AlterConfigOp>> changes(String group) {
    List<AlterConfigOp> settings =
        ShareGroupSettings.WANTED.entrySet().stream()
            .map(
                e ->
                    new AlterConfigOp(
                        new ConfigEntry(e.getKey(), e.getValue()), AlterConfigOp.OpType.SET))
            .toList();
    return Map.of(new ConfigResource(ConfigResource.Type.GROUP, group), settings);
  }

  /** Empty if this user may not see them. */
  private Optional<Config> configs(ConfigResource.Type type, String name) {
    ConfigResource resource = new ConfigResource(type, name);
    try {
      return Optional.ofNullable(
          await(admin.describeConfigs(List.of(resource)).all()).get(resource));
    } catch (ApiRefusal e) {
      return Optional.empty();
    }
  }

  private static Optional<String> value(Optional<Config> configs, String name) {
    return configs.map(found -> found.get(name)).map(ConfigEntry::value);
  }

  /** What the broker refuses to this user, as against what failed. */
  private static final class ApiRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ApiException reason;

    ApiRefusal(ApiException reason) {
      super(reason);
      this.reason = reason;
    }

    ApiException reason() {
      return reason;
    }
  }

  private <T> T await(KafkaFuture<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof AuthorizationException
          || e.getCause() instanceof TopicExistsException
          || e.getCause() instanceof PolicyViolationException
          || e.getCause() instanceof InvalidReplicationFactorException) {
        throw new ApiRefusal((ApiException) e.getCause());
      }
      throw BrokerFailures.of(e, brokers);
    } catch (InterruptedException e) {
      throw Topics.interrupted(e);
    }
  }
}
