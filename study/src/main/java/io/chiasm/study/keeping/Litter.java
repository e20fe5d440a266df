package io.chiasm.study.keeping;

import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.store.StoredObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A unit that nothing refers to: an object, or a document with its parts.
 *
 * @param unit what studies would refer to
 * @param objects in the order in which they are to go, the document first: what is left of a unit
 *     half deleted is parts without a document, which nobody takes for a result
 */
record Litter(ObjectKind kind, ObjectKey unit, List<StoredObject> objects) {
  /**
   * Parts whose document is not there yet may be a task's that is just being worked on, even one of
   * a study that was cancelled or deleted: its document must not come to stand for what is gone.
   */
  private static final Duration BEING_WRITTEN = Duration.ofHours(1);

  Litter(ObjectKind kind, ObjectKey unit) {
    this(kind, unit, new ArrayList<>());
  }

  void add(StoredObject object) {
    objects.add(object);
  }

  /** As young as the youngest of its objects. */
  boolean isOld(Instant now, Duration least) {
    boolean parts = kind.isPart(objects.get(0).key()) && kind != ObjectKind.STUDIES;
    Duration needed = parts && least.compareTo(BEING_WRITTEN) < 0 ? BEING_WRITTEN : least;
    Instant latest = now.minus(needed);
    return objects.stream().noneMatch(object -> object.modified().isAfter(latest));
  }

  long bytes() {
    return objects.stream().mapToLong(StoredObject::bytes).sum();
  }
}
