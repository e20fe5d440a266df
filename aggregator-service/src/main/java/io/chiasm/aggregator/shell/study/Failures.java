package io.chiasm.aggregator.shell.study;

import io.chiasm.contracts.message.FailureDocument;
import io.chiasm.contracts.message.ObjectLayout;
import io.chiasm.contracts.store.ObjectKey;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One study's failures as they are looked at while it runs: each is read once, and asked for when
 * there is news of one or the last look is long ago.
 */
final class Failures {
  private final StudyObjects objects;
  private final String study;
  private final Map<ObjectKey, FailureDocument> known = new LinkedHashMap<>();
  private volatile boolean news = true;
  private volatile boolean stale;
  private long lastLook;

  Failures(StudyObjects objects, String study) {
    this.objects = objects;
    this.study = study;
  }

  /** A task failed. */
  void touch() {
    news = true;
  }

  /** A failure was taken back; its task may fail again, for another reason. */
  void forget() {
    stale = true;
    news = true;
  }

  /** Failures by task id. For one thread. */
  Map<String, FailureDocument> look(Duration glance) {
    long now = System.nanoTime();
    if (news || now - lastLook >= glance.toNanos()) {
      news = false;
      lastLook = now;
      try {
        refresh();
      } catch (RuntimeException e) {
        news = true;
        throw e;
      }
    }
    Map<String, FailureDocument> byTask = new LinkedHashMap<>();
    known.values().forEach(failure -> byTask.put(failure.task(), failure));
    return byTask;
  }

  /** Why, each reason once. */
  static List<String> reasons(Map<String, FailureDocument> failures) {
    return failures.values().stream().map(FailureDocument::reason).distinct().sorted().toList();
  }

  private void refresh() {
    if (stale) {
      stale = false;
      known.clear();
    }
    var keys = objects.store().list(ObjectLayout.failures(study));
    known.keySet().retainAll(Set.copyOf(keys));
    keys.forEach(key -> known.computeIfAbsent(key, k -> objects.get(k, FailureDocument.class)));
  }
}
