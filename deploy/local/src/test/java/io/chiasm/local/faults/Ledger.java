package io.chiasm.local.faults;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which objects were written, how often and with what content, as a store's front saw it. */
final class Ledger {
  /** What workers compute; everything below these is a result or a part of one. */
  static final Pattern COMPUTED =
      Pattern.compile("(activations|gram-matrices|grams|encoding-arrays|encodings)/.*");

  /** Of a task's objects the one that says that it is done. */
  private static final Pattern RESULT = Pattern.compile("(activations|grams|encodings)/.*");

  private final Map<String, List<String>> digests = new ConcurrentHashMap<>();

  private final List<Long> times = new CopyOnWriteArrayList<>();

  void wrote(String key, String sha256) {
    digests.computeIfAbsent(key, k -> new CopyOnWriteArrayList<>()).add(sha256);
    if (RESULT.matcher(key).matches()) {
      times.add(System.nanoTime());
    }
  }

  void clear() {
    digests.clear();
    times.clear();
  }

  /** From this moment to the first result written after it. */
  Optional<Duration> firstAfter(long nanoTime) {
    return times.stream()
        .filter(time -> time >= nanoTime)
        .findFirst()
        .map(time -> Duration.ofNanos(time - nanoTime));
  }

  /** How many results were written, those written again included. */
  int results() {
    return results(digests).mapToInt(entry -> entry.getValue().size()).sum();
  }

  /** Of these, how many had been written before. */
  int again() {
    return results(digests).mapToInt(entry -> entry.getValue().size() - 1).sum();
  }

  private static Stream<Map.Entry<String, List<String>>> results(Map<String, List<String>> all) {
    return all.entrySet().stream().filter(entry -> RESULT.matcher(entry.getKey()).matches());
  }

  /** Keys of computed objects that were written with more than one content. */
  List<String> divergent() {
    return digests.entrySet().stream()
        .filter(entry -> COMPUTED.matcher(entry.getKey()).matches())
        .filter(entry -> differ(entry.getValue()))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  private static boolean differ(Collection<String> contents) {
    return contents.stream().distinct().count() > 1;
  }
}
