package io.chiasm.aggregator.shell.study;

import io.chiasm.contracts.store.ForwardingStore;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.store.TensorStore;
import java.util.function.Consumer;

/** A store in which something happens before each deletion, such as the end of the process. */
final class HookedStore extends ForwardingStore {
  private volatile Consumer<ObjectKey> beforeDelete = key -> {};

  HookedStore(TensorStore inner) {
    super(inner);
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
  public void delete(ObjectKey key) {
    beforeDelete.accept(key);
    inner.delete(key);
  }
}
