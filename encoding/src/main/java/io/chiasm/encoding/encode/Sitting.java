package io.chiasm.encoding.encode;

import io.chiasm.contracts.store.Digest;
import io.chiasm.contracts.study.Regression;
import io.chiasm.contracts.study.SplitSpec.Midline;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What tasks one after another on the same Gram matrices and folds share: spectra and operators
 * depend on the stimuli, not on whose responses are fitted. As much is kept as a task leaves of its
 * memory, the first folds first; of large studies that may be nothing. For one task at a time.
 */
public final class Sitting implements AutoCloseable {
  private final boolean keeping;
  private final Map<Place, PreparedSpace> kept = new HashMap<>();
  private @Nullable Subject subject;
  private long bytes;

  /**
   * All that spectra and operators depend on.
   *
   * @param gram key of the Gram matrices, which says what they are of
   * @param folds SHA-256 of the folds
   */
  public record Subject(String gram, Digest folds, Midline midline, Regression regression) {}

  /**
   * One of the subject's feature spaces in one fold.
   *
   * @param second weight of the split's second half; empty for both halves as one
   */
  private record Place(int fold, OptionalDouble second) {}

  private Sitting(boolean keeping) {
    this.keeping = keeping;
  }

  public static Sitting begin() {
    return new Sitting(true);
  }

  /** Keeps nothing: for a task that no other follows. */
  public static Sitting ofOneTask() {
    return new Sitting(false);
  }

  /** What follows is about this; what was kept of another subject is freed. */
  public void turnTo(Subject next) {
    if (!next.equals(subject)) {
      close();
      subject = next;
    }
  }

  Optional<PreparedSpace> find(int fold, FeatureSpace space) {
    return Optional.ofNullable(kept.get(new Place(fold, space.second())));
  }

  /**
   * Keeps a space for the tasks that follow.
   *
   * @param limit bytes that all that is kept may take
   * @return whether it is kept; if not, the caller closes it
   */
  boolean keep(int fold, FeatureSpace space, PreparedSpace prepared, long limit) {
    if (!keeping || subject == null || bytes + prepared.bytes() > limit) {
      return false;
    }
    bytes += prepared.bytes();
    kept.put(new Place(fold, space.second()), prepared);
    return true;
  }

  /** Bytes of all that is kept. */
  long bytes() {
    return bytes;
  }

  /** Frees all that is kept; it may be used again. */
  @Override
  public void close() {
    kept.values().forEach(PreparedSpace::close);
    kept.clear();
    bytes = 0;
    subject = null;
  }
}
