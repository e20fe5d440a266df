package io.chiasm.contracts.store;

import io.chiasm.contracts.failure.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * A store in memory, for tests and small runs. As strict as the strictest server: a key that is
 * also a prefix of another is refused, because a store on a file system cannot hold it.
 */
public final class MemoryStore implements TensorStore {
  private record Stored(Content content, ObjectStat stat) {}

  private final String bucket;
  private final ConcurrentSkipListMap<ObjectKey, Stored> objects = new ConcurrentSkipListMap<>();

  public MemoryStore(String bucket) {
    this.bucket = bucket;
  }

  @Override
  public String bucket() {
    return bucket;
  }

  @Override
  public ObjectStat put(ObjectKey key, Content content) {
    byte[] bytes = read(key, content);
    ObjectStat stat = new ObjectStat(bytes.length, Sha256.of(bytes));
    synchronized (objects) {
      requireNoPrefix(key);
      objects.put(key, new Stored(Content.of(bytes), stat));
    }
    return stat;
  }

  @Override
  public InputStream open(ObjectKey key) {
    Stored stored = objects.get(key);
    if (stored == null) {
      throw new MissingObjectException(key);
    }
    try {
      return stored.content().open();
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory cannot be read", e);
    }
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
      throw new InputException("cannot read what should become object " + key + ": " + e, e);
    }
  }
}
