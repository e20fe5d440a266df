package io.chiasm.local.stack;

import io.chiasm.contracts.failure.TransientException;
import io.chiasm.contracts.store.Content;
import io.chiasm.contracts.store.ForwardingStore;
import io.chiasm.contracts.store.MemoryStore;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.store.ObjectStat;
import java.util.concurrent.atomic.AtomicInteger;

/** A store that is away for the first few puts. */
final class AwayStore extends ForwardingStore {
  private final AtomicInteger failures;

  AwayStore(int failures) {
    super(new MemoryStore("bench"));
    this.failures = new AtomicInteger(failures);
  }

  @Override
  public ObjectStat put(ObjectKey key, Content content) {
    if (failures.getAndDecrement() > 0) {
      throw new TransientException("the store is away", null);
    }
    return inner.put(key, content);
  }
}
