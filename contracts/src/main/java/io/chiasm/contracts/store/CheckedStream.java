package io.chiasm.contracts.store;

import java.io.IOException;
import java.io.InputStream;

/**
 * An object's bytes, compared at the end of the stream with the promised size and digest. Who reads
 * to the end and meets no {@link DamagedObjectException} has read the right bytes.
 */
public final class CheckedStream extends ObjectStream {
  private final ObjectKey key;
  private final Sha256 sha = new Sha256();
  private boolean ended;

  /**
   * @param promised size and digest; a digest that is not known is not compared
   */
  public CheckedStream(InputStream in, ObjectKey key, ObjectStat promised) {
    super(in, promised);
    this.key = key;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    int n = read(one, 0, 1);
    return n < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] to, int offset, int length) throws IOException {
    int n = ended ? -1 : in.read(to, offset, length);
    if (n >= 0) {
      sha.update(to, offset, n);
      require(sha.bytes() <= stat().bytes(), "size", stat().bytes(), "more");
    } else if (!ended) {
      ended = true;
      require(sha.bytes() == stat().bytes(), "size", stat().bytes(), sha.bytes());
      Digest found = sha.finish().digest();
      Digest promised = stat().sha256();
      if (promised != null) {
        require(found.equals(promised), "sha256", promised, found);
      }
    }
    return n;
  }

  /** Skipping is reading: every byte counts. */
  @Override
  public long skip(long count) throws IOException {
    byte[] block = new byte[(int) Math.max(0, Math.min(count, 1 << 14))];
    return block.length == 0 ? 0 : Math.max(0, read(block, 0, block.length));
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void require(boolean holds, String what, Object expected, Object found) {
    if (!holds) {
      throw new DamagedObjectException(key, what, expected, found);
    }
  }
}
