package io.chiasm.local.stack;

import io.chiasm.contracts.failure.TransientException;
import io.chiasm.contracts.store.Content;
import io.chiasm.contracts.store.MemoryStore;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.store.ObjectStat;
import io.chiasm.contracts.store.StoredObject;
import io.chiasm.contracts.store.TensorStore;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A store that is away for the first few puts. */
final class AwayStore implements TensorStore {
  private final TensorStore inner = new MemoryStore("bench");
  private final AtomicInteger failures;

  AwayStore(int failures) {
    this.failures = new AtomicInteger(failures);
  }

  @Override
  public String bucket() {
    return inner.bucket();
  }

  @Override
  public ObjectStat put(ObjectKey key, Content content) {
    if (failures.getAndDecrement() > 0) {
      throw new TransientException("the store is away", null);
    }
    return inner.put(key, content);
  }

  @Override
  public InputStream open(ObjectKey key) {
    return inner.open(key);
  }

  @Override
  public Optional<ObjectStat> stat(ObjectKey key) {
    return inner.stat(key);
  }

  @Override
  public List<ObjectKey> list(ObjectKey prefix) {
    return inner.list(prefix);
  }

  @Override
  public List<StoredObject> page(ObjectKey prefix, @Nullable ObjectKey after, int most) {
    return inner.page(prefix, after, most);
  }

  @Override
  public void delete(ObjectKey key) {
    inner.delete(key);
  }
}
