package io.chiasm.kubernetes;

import io.chiasm.contracts.message.Topic;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** What each service does at the brokers, as docs/how-to/tls-and-sasl.md says. */
final class Rights {
  static final Set<String> EXTRACTOR =
      new Rights()
          .reads(Topic.EXTRACTION_TASKS)
          .writes(Topic.EXTRACTION_TASKS, Topic.ACTIVATIONS, Topic.DEAD_LETTERS)
          .worksOff(Topic.EXTRACTION_TASKS)
          .all;

  static final Set<String> ENCODER =
      new Rights()
          .reads(Topic.ACTIVATIONS, Topic.ENCODING_TASKS)
          .writes(Topic.ENCODING_TASKS, Topic.ENCODINGS, Topic.DEAD_LETTERS)
          .worksOff(Topic.ENCODING_TASKS)
          .listensAs("literal", channelGroup("encoder"))
          .all;

  static final Set<String> AGGREGATOR =
      new Rights()
          .reads(Topic.values())
          .writes(Topic.EXTRACTION_TASKS, Topic.ACTIVATIONS, Topic.ENCODING_TASKS, Topic.STUDIES)
          .setsUp(Topic.EXTRACTION_TASKS)
          .setsUp(Topic.ENCODING_TASKS)
          .sees(channelGroup("encoder"))
          .listensAs("prefix", channelGroup("aggregator").replace("${quarkus.uuid}", ""))
          .all;

  private final Set<String> all = new TreeSet<>(Set.of("cluster  literal: IdempotentWrite"));

  /** One right in one line. */
  static String of(Node resource, Node operation) {
    String pattern = resource.at("patternType").exists() ? resource.text("patternType") : "literal";
    return line(resource.text("type"), resource.text("name"), pattern, operation.text());
  }

  private static String line(String type, String name, String pattern, String operation) {
    return type + " " + name + " " + pattern + ": " + operation;
  }

  /** The group that the service's listener to activations joins. */
  private static String channelGroup(String component) {
    return Objects.requireNonNull(
        ServiceProperties.of(component).getProperty("mp.messaging.incoming.activations.group.id"));
  }

  private Rights reads(Topic... topics) {
    List.of(topics).forEach(t -> add("topic", t.label(), "literal", "Read"));
    return seen(topics);
  }

  private Rights writes(Topic... topics) {
    List.of(topics).forEach(t -> add("topic", t.label(), "literal", "Write"));
    return seen(topics);
  }

  /** Services check the topics that they use. */
  private Rights seen(Topic... topics) {
    for (Topic topic : topics) {
      add("topic", topic.label(), "literal", "Describe");
      add("topic", topic.label(), "literal", "DescribeConfigs");
    }
    return this;
  }

  private Rights setsUp(Topic queue) {
    for (String operation : List.of("Describe", "DescribeConfigs", "AlterConfigs")) {
      add("group", queue.shareGroup(), "literal", operation);
    }
    return this;
  }

  private Rights worksOff(Topic queue) {
    add("group", queue.shareGroup(), "literal", "Read");
    return setsUp(queue);
  }

  private Rights sees(String group) {
    add("group", group, "literal", "Describe");
    return this;
  }

  private Rights listensAs(String pattern, String group) {
    add("group", group, pattern, "Read");
    add("group", group, pattern, "Describe");
    return this;
  }

  private void add(String type, String name, String pattern, String operation) {
    all.add(line(type, name, pattern, operation));
  }
}
