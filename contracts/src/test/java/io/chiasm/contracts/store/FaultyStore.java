package io.chiasm.contracts.store;

import io.chiasm.contracts.failure.TransientException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A store that is away for all but every n-th call, and whose connections break. */
final class FaultyStore extends ForwardingStore {
  private final int every;
  private final int breakAfter;
  private final AtomicInteger calls = new AtomicInteger();

  /**
   * @param every only the calls whose count is a multiple of this succeed
   * @param breakAfter bytes after which a stream breaks, half of the time
   */
  FaultyStore(TensorStore inner, int every, int breakAfter) {
    super(inner);
    this.every = every;
    this.breakAfter = breakAfter;
  }

  int calls() {
    return calls.get();
  }

  @Override
  public ObjectStat put(ObjectKey key, Content content) {
    return sometimes(() -> inner.put(key, content));
  }

  @Override
  public ObjectStream open(ObjectKey key) {
    return breaking(sometimes(() -> inner.open(key)));
  }

  @Override
  public ObjectStream open(ObjectKey key, long from, long bytes) {
    return breaking(sometimes(() -> inner.open(key, from, bytes)));
  }

  private ObjectStream breaking(ObjectStream in) {
    return calls.get() / every % 2 == 0 ? in : new ObjectStream(new Breaking(in), in.stat());
  }

  @Override
  public Optional<ObjectStat> stat(ObjectKey key) {
    return sometimes(() -> inner.stat(key));
  }

  @Override
  public List<ObjectKey> list(ObjectKey prefix) {
    return sometimes(() -> inner.list(prefix));
  }

  @Override
  public List<StoredObject> page(ObjectKey prefix, @Nullable ObjectKey after, int most) {
    return sometimes(() -> inner.page(prefix, after, most));
  }

  @Override
  public void delete(ObjectKey key) {
    sometimes(() -> inner.stat(key));
    inner.delete(key);
  }

  private <T> T sometimes(Supplier<T> call) {
    if (calls.incrementAndGet() % every != 0) {
      throw away();
    }
    return call.get();
  }

  private static TransientException away() {
    return new TransientException("the store is away", new IOException("connection refused"));
  }

  private final class Breaking extends FilterInputStream {
    private int left = breakAfter;

    Breaking(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      left--;
      return super.read();
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
      if (left <= 0) {
        throw away();
      }
      int n = super.read(to, offset, Math.min(left, length));
      left -= Math.max(0, n);
      return n;
    }
  }
}
