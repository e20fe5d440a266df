package io.chiasm.contracts.shell.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Settings that the share group of a queue must have on the broker. */
final class ShareGroupSettings {
  private static final String LOCK = "share.record.lock.duration.ms";

  /** Workers renew their locks every 5 s. */
  private static final int SHORTEST_LOCK = 15_000;

  static final Map<String, String> WANTED =
      new TreeMap<>(
          Map.of("share.auto.offset.reset", "earliest", LOCK, String.valueOf(SHORTEST_LOCK)));

  private ShareGroupSettings() {}

  /**
   * What is not as it must be, in words. A longer lock only makes the tasks of a lost node late.
   *
   * @param actual value by name, if it is set
   */
  static List<String> differing(Function<String, Optional<String>> actual) {
    List<String> words = new ArrayList<>();
    WANTED.forEach(
        (name, value) -> {
          String found = actual.apply(name).orElse("not set");
          if (!found.equals(value) && !isLongLock(name, found)) {
            words.add(name + " is " + found + ", must be " + value);
          }
        });
    return words;
  }

  private static boolean isLongLock(String name, String value) {
    return name.equals(LOCK)
        && value.matches("[0-9]{1,9}")
        && Integer.parseInt(value) > SHORTEST_LOCK;
  }

  /** What an administrator does by hand. */
  static String command(Brokers brokers, String group) {
    String settings =
        WANTED.entrySet().stream().map(Object::toString).collect(Collectors.joining(","));
    return "kafka-configs.sh --bootstrap-server "
        + brokers.bootstrap()
        + " --alter --entity-type groups --entity-name "
        + group
        + " --add-config "
        + settings;
  }
}
