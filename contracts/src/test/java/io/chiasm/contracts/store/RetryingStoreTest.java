package io.chiasm.contracts.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.failure.TransientException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RetryingStoreTest {
  private static final ObjectKey KEY = new ObjectKey("a/tensor");
  private static final byte[] BYTES = new byte[1000];

  static {
    new SplittableRandom(1).nextBytes(BYTES);
  }

  private final MemoryStore memory = new MemoryStore("memory");
  private int opened;
  private int closed;

  /** The second connection breaks while what was given already is passed over, the third later. */
  @Test
  void everyConnectionToAnObjectIsClosedWhereverItBreaks() throws IOException {
    memory.put(KEY, Content.of(BYTES));
    try (InputStream in = retrying(300, 200, 700, 1001).open(KEY)) {
      assertThat(in.readAllBytes()).isEqualTo(BYTES);
    }
    assertThat(opened).isEqualTo(4);
    assertThat(closed).isEqualTo(4);
  }

  @Test
  void aPartGoesOnWhereItBroke() throws IOException {
    memory.put(KEY, Content.of(BYTES));
    try (InputStream in = retrying(300, 200, 500).open(KEY, 100, 800)) {
      assertThat(in.readAllBytes()).isEqualTo(Arrays.copyOfRange(BYTES, 100, 900));
    }
    assertThat(closed).isEqualTo(opened);
  }

  /** Nothing is left to ask for, and S3 has no part without a byte. */
  @Test
  void aPartThatBreaksBehindItsLastByteIsComplete() throws IOException {
    memory.put(KEY, Content.of(BYTES));
    try (InputStream in = retrying(800, 0).open(KEY, 100, 800)) {
      assertThat(in.readAllBytes()).isEqualTo(Arrays.copyOfRange(BYTES, 100, 900));
    }
    assertThat(opened).isEqualTo(1);
  }

  /** Connections that break after so many bytes, one after the other. */
  private TensorStore retrying(int... lengths) {
    TensorStore breaking =
        new ForwardingStore(memory) {
          @Override
          public ObjectStream open(ObjectKey key) {
            return broken(inner.open(key));
          }

          @Override
          public ObjectStream open(ObjectKey key, long from, long bytes) {
            return broken(inner.open(key, from, bytes));
          }

          private ObjectStream broken(ObjectStream whole) {
            return new ObjectStream(new Breaking(whole, lengths[opened++]), whole.stat());
          }
        };
    return new RetryingStore(breaking, new FakeTime().retry(RetryPolicy.STANDARD));
  }

  private final class Breaking extends FilterInputStream {
    private int left;

    Breaking(InputStream in, int left) {
      super(in);
      this.left = left;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
      if (left == 0) {
        throw new TransientException("broken", new IOException("reset"));
      }
      int n = in.read(to, offset, Math.min(length, left));
      left -= Math.max(n, 0);
      return n;
    }

    @Override
    public long skip(long count) throws IOException {
      byte[] passed = new byte[(int) count];
      return Math.max(0, read(passed, 0, passed.length));
    }

    @Override
    public void close() throws IOException {
      closed++;
      super.close();
    }
  }
}
