package io.chiasm.contracts.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Keeps what was computed first. The key of a computed object says all that its content depends on,
 * so a second computation of it gives the same bytes. Where it does not, two machines disagree:
 * that is told, and what others may have read already stays.
 */
public final class FirstWinsStore extends ForwardingStore {
  private final Predicate<ObjectKey> computed;
  private final Listener listener;

  /** Is told of computations that disagree. */
  @FunctionalInterface
  public interface Listener {
    /**
     * @param kept what there is
     * @param other what the same key should hold, too
     */
    void diverged(ObjectKey key, ObjectStat kept, ObjectStat other);
  }

  /**
   * @param inner verifies what is read
   * @param computed keys of which it is true that they say all that the content depends on
   */
  public FirstWinsStore(TensorStore inner, Predicate<ObjectKey> computed, Listener listener) {
    super(inner);
    this.computed = computed;
    this.listener = listener;
  }

  /** Returns what then is in the store, be it another's. */
  @Override
  public ObjectStat put(ObjectKey key, Content content) {
    if (!computed.test(key)) {
      return inner.put(key, content);
    }
    Optional<ObjectStat> first = inner.stat(key);
    if (first.isPresent()) {
      return putAgain(key, content, first.get());
    }
    try {
      return inner.put(key, content);
    } catch (DamagedObjectException e) {
      // Another may have put its own in this moment.
      return putAgain(key, content, inner.stat(key).orElseThrow(() -> e));
    }
  }

  /** The same is put again, which mends what was damaged since. */
  private ObjectStat putAgain(ObjectKey key, Content content, ObjectStat first) {
    ObjectStat second = content.measure(key);
    if (first.equals(second)) {
      return inner.put(key, content);
    }
    Optional<ObjectStat> kept = whole(key, first);
    if (kept.isEmpty() || kept.get().equals(second)) {
      return inner.put(key, content);
    }
    listener.diverged(key, kept.get(), second);
    return kept.get();
  }

  /** What there is, read to its end; empty if it is damaged. */
  private Optional<ObjectStat> whole(ObjectKey key, ObjectStat first) {
    try (InputStream in = inner.open(key)) {
      if (first.sha256() == null) {
        return Optional.of(Sha256.of(in));
      }
      in.transferTo(OutputStream.nullOutputStream());
      return Optional.of(first);
    } catch (DamagedObjectException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
