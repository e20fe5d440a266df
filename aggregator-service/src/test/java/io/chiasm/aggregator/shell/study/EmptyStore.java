package io.chiasm.aggregator.shell.study;

import io.chiasm.contracts.store.Content;
import io.chiasm.contracts.store.Digest;
import io.chiasm.contracts.store.MissingObjectException;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.store.ObjectStat;
import io.chiasm.contracts.store.ObjectStream;
import io.chiasm.contracts.store.StoredObject;
import io.chiasm.contracts.store.TensorStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A store that takes everything and has nothing, and answers as slowly as one over a network: its
 * memory is not the aggregator's.
 */
final class EmptyStore implements TensorStore {
  private static final long MILLIS = 5;

  private final AtomicLong requests = new AtomicLong();

  long requests() {
    return requests.get();
  }

  @Override
  public String bucket() {
    return "bench";
  }

  @Override
  public ObjectStat put(ObjectKey key, Content content) {
    request();
    try (InputStream in = content.open()) {
      return new ObjectStat(in.skip(content.bytes()), new Digest("0".repeat(64)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public ObjectStream open(ObjectKey key) {
    request();
    throw new MissingObjectException(key);
  }

  @Override
  public ObjectStream open(ObjectKey key, long from, long bytes) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<ObjectStat> stat(ObjectKey key) {
    request();
    return Optional.empty();
  }

  @Override
  public List<ObjectKey> list(ObjectKey prefix) {
    request();
    return List.of();
  }

  @Override
  public List<StoredObject> page(ObjectKey prefix, @Nullable ObjectKey after, int most) {
    request();
    return List.of();
  }

  @Override
  public void delete(ObjectKey key) {
    request();
  }

  private void request() {
    requests.incrementAndGet();
    try {
      Thread.sleep(MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
