package io.chiasm.contracts.shell.service;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.config.Config;

/** Settings named {@code kafka.…} or {@code KAFKA_…}, by the names that Kafka's clients know. */
final class KafkaVariables {
  private static final String PREFIX = "kafka.";

  private KafkaVariables() {}

  /** A value that is set to nothing is kept as such: it may be wrong. */
  static Map<String, String> of(Config config) {
    Map<String, String> found = new HashMap<>();
    for (String name : config.getPropertyNames()) {
      String dotted = name.toLowerCase(Locale.ROOT).replace('_', '.').replace("-file", ".file");
      if (dotted.startsWith(PREFIX)) {
        found.put(
            dotted.substring(PREFIX.length()),
            config.getOptionalValue(name, String.class).orElse(""));
      }
    }
    return found;
  }
}
