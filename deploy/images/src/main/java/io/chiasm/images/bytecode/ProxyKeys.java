package io.chiasm.images.bytecode;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Keys under which recorded steps hand each other values, numbered anew in the order in which they
 * are met. One counter of Quarkus numbers them across steps that run side by side.
 */
final class ProxyKeys {
  static final String PREFIX = "proxykey";

  private static final Pattern KEY = Pattern.compile(PREFIX + "\\d+");

  private final Map<String, String> known = new HashMap<>();

  /** The key's new name; any other text is returned as it is. */
  String renamed(String text) {
    return KEY.matcher(text).matches()
        ? known.computeIfAbsent(text, key -> PREFIX + (known.size() + 1))
        : text;
  }
}
