package io.chiasm.contracts.shell.telemetry;

import java.util.HashMap;
import java.util.Map;
import java.util.Map.Entry;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** What this thread's log lines are about, until closed. */
final class LogContext implements AutoCloseable {
  /** Names come from files that users write. */
  private static final int MOST_CHARACTERS = 200;

  private final Map<String, @Nullable String> before = new HashMap<>();

  void add(Map<String, String> fields) {
    for (Entry<String, String> field : fields.entrySet()) {
      before.putIfAbsent(field.getKey(), MDC.get(field.getKey()));
      MDC.put(field.getKey(), clean(field.getValue()));
    }
  }

  private static String clean(String value) {
    String line = value.replaceAll("\\p{Cntrl}|[\\u2028\\u2029]", " ");
    return line.length() <= MOST_CHARACTERS ? line : line.substring(0, MOST_CHARACTERS) + "…";
  }

  @Override
  public void close() {
    before.forEach(
        (name, value) -> {
          if (value == null) {
            MDC.remove(name);
          } else {
            MDC.put(name, value);
          }
        });
  }
}
