package io.chiasm.contracts.shell.kafka;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.shell.secret.Secret;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Settings of Kafka's own: those that every kind of client has, secrets from files too. */
final class ClientSettings {
  private static final Logger LOG = LoggerFactory.getLogger(ClientSettings.class);

  private static final String FILE = ".file";

  /** A cluster sets KAFKA_PORT and the like by itself for a service named kafka. */
  private static final Set<String> OF_CLUSTERS = Set.of("service", "port", "ui", "home", "opts");

  private static final Set<String> SHARED = shared();

  private ClientSettings() {}

  private static Set<String> shared() {
    Set<String> names = new HashSet<>(AdminClientConfig.configNames());
    names.retainAll(ConsumerConfig.configNames());
    names.retainAll(ProducerConfig.configNames());
    return names;
  }

  /**
   * The known ones by name.
   *
   * @throws InputException if a secret's file cannot be read
   */
  static Map<String, String> known(Map<String, String> given) {
    Map<String, String> known = new HashMap<>();
    Set<String> ignored = new TreeSet<>();
    given.forEach(
        (name, value) -> {
          String stem = name.endsWith(FILE) ? name.substring(0, name.length() - FILE.length()) : "";
          if (SHARED.contains(name)) {
            known.put(name, value);
          } else if (isSecret(stem)) {
            Optional<String> direct = Optional.ofNullable(given.get(stem));
            Secret.find(variable(stem), direct, Optional.of(Path.of(value)))
                .ifPresent(secret -> known.put(stem, secret));
          } else if (!OF_CLUSTERS.contains(name.split("\\.", 2)[0])) {
            ignored.add(variable(name));
          }
        });
    if (!ignored.isEmpty()) {
      LOG.warn("ignored, since not every Kafka client has such a setting: {}", ignored);
    }
    return known;
  }

  private static boolean isSecret(String name) {
    ConfigDef.ConfigKey key = AdminClientConfig.configDef().configKeys().get(name);
    return key != null && key.type == ConfigDef.Type.PASSWORD;
  }

  /** The environment variable of a setting. */
  static String variable(String name) {
    return "KAFKA_" + name.toUpperCase(Locale.ROOT).replace('.', '_');
  }
}
