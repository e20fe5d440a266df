package io.chiasm.aggregator.shell.study;

import io.chiasm.contracts.store.Content;
import io.chiasm.contracts.store.Digest;
import io.chiasm.contracts.store.MissingObjectException;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.store.ObjectStat;
import io.chiasm.contracts.store.ObjectStream;
import io.chiasm.contracts.store.StoredObject;
import io.chiasm.contracts.store.TensorStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A store in memory that takes as long as one over a network, a page of a listing after another.
 */
final class SlowStore implements TensorStore {
  private static final int PAGE = 1000;
  private static final long MILLIS = 5;

  private final ConcurrentNavigableMap<ObjectKey, byte[]> objects = new ConcurrentSkipListMap<>();
  private final AtomicLong calls = new AtomicLong();

  /** Requests so far. */
  long calls() {
    return calls.get();
  }

  /** What a worker elsewhere puts: it costs this process nothing. */
  void putElsewhere(ObjectKey key) {
    objects.put(key, new byte[] {1});
  }

  @Override
  public String bucket() {
    return "bench";
  }

  @Override
  public ObjectStat put(ObjectKey key, Content content) {
    request(1);
    try (InputStream in = content.open()) {
      byte[] bytes = in.readAllBytes();
      objects.put(key, bytes);
      return new ObjectStat(bytes.length, new Digest("0".repeat(64)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public ObjectStream open(ObjectKey key) {
    request(1);
    byte[] bytes = objects.get(key);
    if (bytes == null) {
      throw new MissingObjectException(key);
    }
    return new ObjectStream(
        new ByteArrayInputStream(bytes), new ObjectStat(bytes.length, new Digest("0".repeat(64))));
  }

  @Override
  public ObjectStream open(ObjectKey key, long from, long bytes) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<ObjectStat> stat(ObjectKey key) {
    request(1);
    return Optional.ofNullable(objects.get(key))
        .map(bytes -> new ObjectStat(bytes.length, new Digest("0".repeat(64))));
  }

  @Override
  public List<ObjectKey> list(ObjectKey prefix) {
    String below = prefix.value() + "/";
    List<ObjectKey> found =
        objects.tailMap(new ObjectKey(below + "0"), true).keySet().stream()
            .takeWhile(key -> key.value().startsWith(below))
            .toList();
    request(1 + found.size() / PAGE);
    return found;
  }

  @Override
  public List<StoredObject> page(ObjectKey prefix, @Nullable ObjectKey after, int most) {
    return list(prefix).stream()
        .filter(key -> after == null || key.compareTo(after) > 0)
        .limit(most)
        .map(key -> new StoredObject(key, 1, Instant.EPOCH))
        .toList();
  }

  @Override
  public void delete(ObjectKey key) {
    request(1);
    objects.remove(key);
  }

  private void request(int pages) {
    calls.addAndGet(pages);
    try {
      Thread.sleep(MILLIS * pages);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
