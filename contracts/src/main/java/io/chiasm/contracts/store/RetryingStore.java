package io.chiasm.contracts.store;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Waits out a store that is away for a while; streams go on where they broke off. */
public final class RetryingStore extends ForwardingStore {
  private final Retry retry;

  public RetryingStore(TensorStore inner, Retry retry) {
    super(inner);
    this.retry = retry;
  }

  @Override
  public ObjectStat put(ObjectKey key, Content content) {
    return retry.call(() -> inner.put(key, content));
  }

  @Override
  public ObjectStream open(ObjectKey key) {
    return resuming(given -> behind(given, inner.open(key)));
  }

  /** A connection that breaks here is nobody's yet. */
  private static ObjectStream behind(long given, ObjectStream whole) throws IOException {
    try {
      whole.skipNBytes(given);
      return whole;
    } catch (IOException | RuntimeException e) {
      try (whole) {
        throw e;
      }
    }
  }

  @Override
  public ObjectStream open(ObjectKey key, long from, long bytes) {
    return resuming(
        given ->
            given < bytes
                ? inner.open(key, from + given, bytes - given)
                : new ObjectStream(InputStream.nullInputStream(), new ObjectStat(0, null)));
  }

  private ObjectStream resuming(ResumingStream.Opening opening) {
    ResumingStream stream = new ResumingStream(opening, retry);
    return new ObjectStream(stream, stream.stat());
  }

  @Override
  public Optional<ObjectStat> stat(ObjectKey key) {
    return retry.call(() -> inner.stat(key));
  }

  @Override
  public List<ObjectKey> list(ObjectKey prefix) {
    return retry.call(() -> inner.list(prefix));
  }

  @Override
  public List<StoredObject> page(ObjectKey prefix, @Nullable ObjectKey after, int most) {
    return retry.call(() -> inner.page(prefix, after, most));
  }

  @Override
  public void delete(ObjectKey key) {
    retry.call(
        () -> {
          inner.delete(key);
          return key;
        });
  }
}
