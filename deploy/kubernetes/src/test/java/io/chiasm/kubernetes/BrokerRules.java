package io.chiasm.kubernetes;

import io.chiasm.contracts.message.Topic;
import io.chiasm.contracts.shell.kafka.TopicSettings;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Brokers have share groups, topics are the code's, and users may do what their service does. */
final class BrokerRules {
  /** What the operator 1.2.0 offers, with the format that belongs to it. */
  private static final Map<String, String> VERSIONS =
      Map.of("4.2.0", "4.2-IV1", "4.3.0", "4.3-IV0", "4.3.1", "4.3-IV0");

  /** Twice the largest message. */
  private static final int LARGEST = 8 << 20;

  private final Overlay overlay;
  private final Broken broken = new Broken();

  private BrokerRules(Overlay overlay) {
    this.overlay = overlay;
  }

  static List<String> broken(Overlay overlay) {
    BrokerRules rules = new BrokerRules(overlay);
    if (overlay.of("Kafka").findAny().isPresent()) {
      rules.cluster();
      rules.topics();
      rules.user("extractor", Rights.EXTRACTOR);
      rules.user("encoder", Rights.ENCODER);
      rules.user("aggregator", Rights.AGGREGATOR);
    }
    return rules.broken.words();
  }

  private void cluster() {
    for (Manifest kafka : overlay.of("Kafka").toList()) {
      Node spec = kafka.root().at("spec.kafka");
      broken.require(
          spec.text("metadataVersion").equals(VERSIONS.get(spec.text("version"))),
          spec.path() + ": version and metadataVersion must be of " + VERSIONS);
      Set<String> addresses =
          spec.items("listeners")
              .map(l -> kafka.name() + "-kafka-bootstrap:" + l.text("port"))
              .collect(Collectors.toSet());
      Object address = overlay.settings().get("CHIASM_KAFKA");
      broken.require(
          addresses.contains(String.valueOf(address)),
          "CHIASM_KAFKA is " + address + ", listeners are " + addresses);
    }
  }

  private void topics() {
    Set<String> labels =
        Arrays.stream(Topic.values()).map(Topic::label).collect(Collectors.toSet());
    Set<String> made = overlay.of("KafkaTopic").map(Manifest::name).collect(Collectors.toSet());
    broken.require(
        made.equals(labels), "topics are " + new TreeSet<>(made) + ", must be " + labels);
    for (Manifest manifest : overlay.of("KafkaTopic").toList()) {
      inCluster(manifest);
      if (labels.contains(manifest.name())) {
        topic(manifest, Topic.of(manifest.name()));
      }
    }
  }

  private void topic(Manifest manifest, Topic topic) {
    Node spec = manifest.root().at("spec");
    broken.require(
        spec.is("partitions", topic.partitions()),
        spec.path() + ".partitions must be " + topic.partitions());
    Node config = spec.at("config");
    broken.require(
        Integer.valueOf(LARGEST).equals(config.key("max.message.bytes").value()),
        config.path() + ".max.message.bytes must be " + LARGEST);
    long kept =
        (topic == Topic.DEAD_LETTERS
                ? TopicSettings.DEFAULT.deadLetterRetention()
                : TopicSettings.DEFAULT.retention())
            .toMillis();
    broken.require(
        config.key("retention.ms").text().equals(String.valueOf(kept)),
        config.path() + ".retention.ms must be " + kept);
    broken.require(
        config.key("cleanup.policy").text().equals("delete"),
        config.path() + ".cleanup.policy must be delete");
  }

  private void user(String service, Set<String> rights) {
    Manifest user = overlay.find("KafkaUser", "chiasm-" + service).orElse(null);
    if (user == null) {
      broken.add("no KafkaUser chiasm-" + service);
      return;
    }
    inCluster(user);
    Set<String> given = new TreeSet<>();
    user.root()
        .items("spec.authorization.acls")
        .forEach(
            acl ->
                acl.items("operations")
                    .forEach(operation -> given.add(Rights.of(acl.at("resource"), operation))));
    difference(user, "may not ", rights, given);
    difference(user, "need not ", given, rights);
  }

  private void difference(Manifest user, String words, Set<String> of, Set<String> without) {
    Set<String> left = new TreeSet<>(of);
    left.removeAll(without);
    broken.require(left.isEmpty(), user.label() + " " + words + String.join(", ", left));
  }

  private void inCluster(Manifest manifest) {
    String cluster = manifest.root().at("metadata.labels").key("strimzi.io/cluster").text();
    broken.require(
        overlay.find("Kafka", cluster).isPresent(), manifest.label() + ": no cluster " + cluster);
  }
}
