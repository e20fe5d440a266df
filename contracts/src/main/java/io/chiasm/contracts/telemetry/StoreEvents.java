package io.chiasm.contracts.telemetry;

import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.store.ObjectStat;
import java.time.Duration;
import java.util.Locale;

/** What the object store is asked for, one event for each try. */
public interface StoreEvents {
  /** Nobody listens. */
  StoreEvents NONE = (operation, took, bytes, failed) -> {};

  /**
   * A request came to its end.
   *
   * @param took without the time that a reader or writer of the bytes took itself, for a get
   * @param bytes read or written
   * @param failed whether it must be tried again or was refused; an object that is not there is an
   *     answer
   */
  void requested(Operation operation, Duration took, long bytes, boolean failed);

  /**
   * Two computations of one object disagree, or what an event told of an object is not what there
   * is.
   *
   * @param kept what there is
   * @param other what there should be, too
   */
  default void diverged(ObjectKey key, ObjectStat kept, ObjectStat other) {}

  /** What can be asked for. */
  enum Operation {
    GET,
    PUT,
    STAT,
    LIST,
    DELETE;

    /** Lower-case name. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
