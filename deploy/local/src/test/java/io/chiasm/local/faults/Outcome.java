package io.chiasm.local.faults;

import io.chiasm.contracts.message.Topic;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.study.progress.StudyStatus;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a study left behind.
 *
 * @param status its last word
 * @param tables digest of every table by its path
 * @param computed keys of everything that workers computed
 * @param waiting tasks that the queues still hold
 * @param letters reasons of the dead letters
 */
record Outcome(
    StudyStatus status,
    Map<String, String> tables,
    Set<String> computed,
    long waiting,
    List<String> letters) {

  static Outcome of(Trial trial, String study, long since) {
    Map<String, String> tables = new TreeMap<>();
    trial.client().resultFiles(study).stream()
        .filter(file -> file.path().startsWith("tables/") && file.path().endsWith(".csv"))
        .forEach(file -> tables.put(file.path(), file.sha256()));
    return new Outcome(
        trial.client().status(study),
        tables,
        computed(trial),
        waiting(trial),
        letters(trial, since));
  }

  static Set<String> computed(Trial trial) {
    Set<String> keys = new TreeSet<>();
    try (Objects objects = trial.objects()) {
      for (String folder :
          List.of("activations", "gram-matrices", "grams", "encoding-arrays", "encodings")) {
        objects.below(folder).stream()
            .map(ObjectKey::value)
            .filter(key -> !key.contains("/poison"))
            .forEach(keys::add);
      }
    }
    return keys;
  }

  static long waiting(Trial trial) {
    return trial.client().pipeline().topics().stream()
        .filter(topic -> topic.queue())
        .mapToLong(topic -> topic.lag() == null ? Long.MAX_VALUE : topic.lag())
        .sum();
  }

  private static List<String> letters(Trial trial, long since) {
    try (Records records = new Records(trial.brokerAddress())) {
      return records.of(Topic.DEAD_LETTERS).stream()
          .filter(record -> record.timestamp() >= since)
          .map(record -> new String(record.value(), StandardCharsets.UTF_8))
          .toList();
    }
  }
}
