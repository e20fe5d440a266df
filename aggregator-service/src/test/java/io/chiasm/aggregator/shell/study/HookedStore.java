package io.chiasm.aggregator.shell.study;

import io.chiasm.contracts.store.Content;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.store.ObjectStat;
import io.chiasm.contracts.store.StoredObject;
import io.chiasm.contracts.store.TensorStore;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A store in which something happens before each deletion, such as the end of the process. */
final class HookedStore implements TensorStore {
  private final TensorStore inner;
  private volatile Consumer<ObjectKey> beforeDelete = key -> {};

  HookedStore(TensorStore inner) {
    this.inner = inner;
  }

  void beforeDelete(Consumer<ObjectKey> hook) {
    beforeDelete = hook;
  }

  /** The process ends at the n-th deletion from now, counted from 0. */
  void dieAt(int nth) {
    int[] left = {nth};
    beforeDelete =
        key -> {
          if (left[0]-- <= 0) {
            throw new IllegalStateException("killed");
          }
        };
  }

  @Override
  public String bucket() {
    return inner.bucket();
  }

  @Override
  public ObjectStat put(ObjectKey key, Content content) {
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
    beforeDelete.accept(key);
    inner.delete(key);
  }
}
