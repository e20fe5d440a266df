package io.chiasm.kubernetes;

import io.smallrye.config.WithName;
import java.lang.reflect.Method;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The variables that a mapping of settings reads. */
final class SettingNames {
  private final Set<String> found = new TreeSet<>();

  private SettingNames() {}

  static Set<String> of(Class<?> mapping) {
    SettingNames names = new SettingNames();
    names.add("CHIASM", mapping);
    return names.found;
  }

  private void add(String prefix, Class<?> mapping) {
    for (Method method : mapping.getMethods()) {
      String name = prefix + "_" + variable(method);
      Class<?> type = method.getReturnType();
      if (type.isInterface() && type.getName().startsWith("io.chiasm.")) {
        add(name, type);
      } else {
        found.add(name);
      }
    }
  }

  private static String variable(Method method) {
    WithName given = method.getAnnotation(WithName.class);
    String name = given == null ? method.getName().replaceAll("([A-Z])", "_$1") : given.value();
    return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
  }
}
