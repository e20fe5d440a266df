package io.chiasm.local.docs;

import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.lang.reflect.Method;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The settings that a config mapping declares. */
final class Settings {
  private Settings() {}

  /** Environment variables of a mapping, each with its default if it is declared. */
  static Map<String, Optional<String>> of(Class<?> mapping) {
    Map<String, Optional<String>> settings = new TreeMap<>();
    collect(mapping, "CHIASM_", settings);
    return settings;
  }

  private static void collect(
      Class<?> mapping, String prefix, Map<String, Optional<String>> settings) {
    for (Method setting : mapping.getMethods()) {
      WithName name = setting.getAnnotation(WithName.class);
      String words = name == null ? setting.getName().replaceAll("([A-Z])", "-$1") : name.value();
      String variable = prefix + words.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
      if (setting.getReturnType().isInterface()
          && setting.getReturnType().getName().startsWith("io.chiasm.")) {
        collect(setting.getReturnType(), variable + "_", settings);
      } else {
        WithDefault value = setting.getAnnotation(WithDefault.class);
        settings.put(variable, Optional.ofNullable(value).map(WithDefault::value));
      }
    }
  }
}
