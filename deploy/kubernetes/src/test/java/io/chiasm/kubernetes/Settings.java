package io.chiasm.kubernetes;

import java.util.Map;
import java.util.TreeMap;

/** What a service finds in its environment. */
final class Settings {
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
}
