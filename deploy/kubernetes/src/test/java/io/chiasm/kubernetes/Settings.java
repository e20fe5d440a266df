package io.chiasm.kubernetes;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import java.util.TreeMap;

/** What a service finds in its environment. */
final class Settings {
  private static final int ABOVE_DEFAULTS = 300;

  private Settings() {}

  /** Values by variable; a variable from a secret is a word. */
  static Map<String, String> of(Overlay overlay, Manifest workload) {
    Map<String, String> found = new TreeMap<>();
    overlay.settings().forEach((name, value) -> found.put(String.valueOf(name), "" + value));
    for (Node variable : workload.container().at("env").items()) {
      found.put(
          variable.text("name"), variable.at("valueFrom").exists() ? "…" : variable.text("value"));
    }
    return found;
  }

  /**
   * As the service's own mapping reads them, with its defaults.
   *
   * @throws RuntimeException if it does not take a value, or lacks one
   */
  static <T> T read(Map<String, String> settings, Class<T> mapping) {
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .addDefaultInterceptors()
        .withMapping(mapping)
        .withSources(new EnvConfigSource(settings, ABOVE_DEFAULTS))
        .build()
        .getConfigMapping(mapping);
  }
}
