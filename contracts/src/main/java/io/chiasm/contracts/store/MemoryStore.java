package io.chiasm.contracts.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * A store in memory, for tests and small runs. As strict as the strictest server: a key that is
 * also a prefix of another is refused, because a store on a file system cannot hold it.
 */
public final class MemoryStore implements TensorStore {
  private record Stored(Content content, ObjectStat stat, Instant modified) {}

  private final String bucket;
  private final InstantSource clock;
  private final ConcurrentSkipListMap<ObjectKey, Stored> objects = new ConcurrentSkipListMap<>();

  /** A store without a clock: its objects are as old as can be. */
  public MemoryStore(String bucket) {
    this(bucket, () -> Instant.EPOCH);
  }

  /**
   * @param clock tells when an object is put
   */
  public MemoryStore(String bucket, InstantSource clock) {
    this.bucket = bucket;
    this.clock = clock;
  }

  @Override
  public String bucket() {
    return bucket;
  }

  @Override
  public ObjectStat put(ObjectKey key, Content content) {
    byte[] bytes = read(key, content);
    Content kept = Content.of(bytes);
    ObjectStat stat = kept.measure(key);
    synchronized (objects) {
      requireNoPrefix(key);
      objects.put(key, new Stored(kept, stat, clock.instant()));
    }
    return stat;
  }

  @Override
  public ObjectStream open(ObjectKey key) {
    Stored stored = objects.get(key);
    if (stored == null) {
      throw new MissingObjectException(key);
    }
    try {
      return new ObjectStream(stored.content().open(), stored.stat());
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory cannot be read", e);
    }
  }

  @Override
  public ObjectStream open(ObjectKey key, long from, long bytes) {
    byte[] whole = read(key);
    if (from >= whole.length) {
      throw new DamagedObjectException(key, "size", "more than " + from, whole.length);
    }
    int length = (int) Math.min(bytes, whole.length - from);
    return new ObjectStream(
        new ByteArrayInputStream(whole, (int) from, length), new ObjectStat(bytes, null));
  }

  @Override
  public Optional<ObjectStat> stat(ObjectKey key) {
    return Optional.ofNullable(objects.get(key)).map(Stored::stat);
  }

  @Override
  public List<ObjectKey> list(ObjectKey prefix) {
    return objects.keySet().stream().filter(key -> isBelow(key, prefix)).toList();
  }

  @Override
  public List<StoredObject> page(ObjectKey prefix, @Nullable ObjectKey after, int most) {
    var rest = after == null ? objects : objects.tailMap(after, false);
    return rest.entrySet().stream()
        .filter(entry -> isBelow(entry.getKey(), prefix))
        .limit(most)
        .map(entry -> listed(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static StoredObject listed(ObjectKey key, Stored stored) {
    return new StoredObject(key, stored.stat().bytes(), stored.modified());
  }

  @Override
  public void delete(ObjectKey key) {
    objects.remove(key);
  }

  private void requireNoPrefix(ObjectKey key) {
    for (ObjectKey other : objects.keySet()) {
      if (isBelow(other, key) || isBelow(key, other)) {
        throw new IllegalArgumentException(
            "key " + key + " and key " + other + ": one is a prefix of the other");
      }
    }
  }

  private static boolean isBelow(ObjectKey key, ObjectKey prefix) {
    return key.value().startsWith(prefix.value() + "/");
  }

  private static byte[] read(ObjectKey key, Content content) {
    try (InputStream in = content.open()) {
      byte[] bytes = in.readAllBytes();
      if (bytes.length != content.bytes()) {
        throw new DamagedObjectException(key, "size", content.bytes(), bytes.length);
      }
      return bytes;
    } catch (IOException e) {
      throw Content.unreadable(key, e);
    }
  }
}
