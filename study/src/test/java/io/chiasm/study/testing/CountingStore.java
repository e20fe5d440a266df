package io.chiasm.study.testing;

import io.chiasm.contracts.failure.TransientException;
import io.chiasm.contracts.store.Content;
import io.chiasm.contracts.store.ForwardingStore;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.store.ObjectStat;
import io.chiasm.contracts.store.ObjectStream;
import io.chiasm.contracts.store.StoredObject;
import io.chiasm.contracts.store.TensorStore;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A store that counts what is put, opened, asked for and listed. */
public final class CountingStore extends ForwardingStore {
  private final AtomicInteger puts = new AtomicInteger();
  private final AtomicInteger opens = new AtomicInteger();
  private final AtomicInteger lists = new AtomicInteger();
  private volatile boolean away;
  private final AtomicInteger stats = new AtomicInteger();

  public CountingStore(TensorStore inner) {
    super(inner);
  }

  public int puts() {
    return puts.get();
  }

  public int opens() {
    return opens.get();
  }

  /** Whether questions for single objects fail. */
  public void away(boolean now) {
    away = now;
  }

  public int stats() {
    return stats.get();
  }

  public int lists() {
    return lists.get();
  }

  @Override
  public ObjectStat put(ObjectKey key, Content content) {
    puts.incrementAndGet();
    return inner.put(key, content);
  }

  @Override
  public ObjectStream open(ObjectKey key) {
    opens.incrementAndGet();
    return inner.open(key);
  }

  @Override
  public Optional<ObjectStat> stat(ObjectKey key) {
    stats.incrementAndGet();
    if (away) {
      throw new TransientException("made: away", null);
    }
    return inner.stat(key);
  }

  @Override
  public List<ObjectKey> list(ObjectKey prefix) {
    lists.incrementAndGet();
    return inner.list(prefix);
  }

  @Override
  public List<StoredObject> page(ObjectKey prefix, @Nullable ObjectKey after, int most) {
    lists.incrementAndGet();
    return inner.page(prefix, after, most);
  }
}
