package io.chiasm.contracts.shell.telemetry;

import io.chiasm.contracts.store.Content;
import io.chiasm.contracts.store.ForwardingStore;
import io.chiasm.contracts.store.MissingObjectException;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.store.ObjectStat;
import io.chiasm.contracts.store.ObjectStream;
import io.chiasm.contracts.store.StoredObject;
import io.chiasm.contracts.store.TensorStore;
import io.chiasm.contracts.telemetry.StoreEvents;
import io.chiasm.contracts.telemetry.StoreEvents.Operation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Tells how long each request to a store takes and what it moves. */
public final class ObservedStore extends ForwardingStore {
  private final StoreEvents events;

  public ObservedStore(TensorStore inner, StoreEvents events) {
    super(inner);
    this.events = events;
  }

  @Override
  public ObjectStat put(ObjectKey key, Content content) {
    return observed(Operation.PUT, () -> inner.put(key, content), ObjectStat::bytes);
  }

  @Override
  public ObjectStream open(ObjectKey key) {
    return ObservedStream.open(() -> inner.open(key), events);
  }

  @Override
  public ObjectStream open(ObjectKey key, long from, long bytes) {
    return ObservedStream.open(() -> inner.open(key, from, bytes), events);
  }

  @Override
  public Optional<ObjectStat> stat(ObjectKey key) {
    return observed(Operation.STAT, () -> inner.stat(key), found -> 0);
  }

  @Override
  public List<ObjectKey> list(ObjectKey prefix) {
    return observed(Operation.LIST, () -> inner.list(prefix), found -> 0);
  }

  @Override
  public List<StoredObject> page(ObjectKey prefix, @Nullable ObjectKey after, int most) {
    return observed(Operation.LIST, () -> inner.page(prefix, after, most), found -> 0);
  }

  @Override
  public void delete(ObjectKey key) {
    observed(
        Operation.DELETE,
        () -> {
          inner.delete(key);
          return key;
        },
        deleted -> 0);
  }

  private <T> T observed(Operation operation, Supplier<T> request, ToLongFunction<T> bytes) {
    long from = System.nanoTime();
    try {
      T answer = request.get();
      tell(operation, from, bytes.applyAsLong(answer), false);
      return answer;
    } catch (RuntimeException e) {
      tell(operation, from, 0, !(e instanceof MissingObjectException));
      throw e;
    }
  }

  private void tell(Operation operation, long from, long bytes, boolean failed) {
    events.requested(operation, Duration.ofNanos(System.nanoTime() - from), bytes, failed);
  }
}
