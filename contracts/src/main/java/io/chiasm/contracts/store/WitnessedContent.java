package io.chiasm.contracts.store;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Content that was read once, and remembers what every complete reading since has given. */
final class WitnessedContent implements Content {
  private final Content content;
  private final ObjectStat first;
  private final List<ObjectStat> given = new CopyOnWriteArrayList<>();

  /** Reads it for the first time. */
  WitnessedContent(ObjectKey key, Content content) {
    this.content = content;
    this.first = content.measure(key);
  }

  @Override
  public Optional<ObjectStat> known() {
    return Optional.of(first);
  }

  @Override
  public long bytes() {
    return content.bytes();
  }

  /** Two readings differ if a file is written to while it is stored. */
  List<ObjectStat> given() {
    return given;
  }

  @Override
  public InputStream open() throws IOException {
    return new Witness(content.open());
  }

  private final class Witness extends FilterInputStream {
    private final Sha256 sha = new Sha256();
    private boolean complete;

    Witness(InputStream in) {
      super(in);
      noteIfComplete();
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      int n = read(one, 0, 1);
      return n < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
      int n = in.read(to, offset, length);
      if (n > 0 && !complete) {
        sha.update(to, offset, n);
        noteIfComplete();
      }
      return n;
    }

    /** Nothing is skipped unseen. */
    @Override
    public long skip(long count) {
      return 0;
    }

    @Override
    public boolean markSupported() {
      return false;
    }

    /** Some clients stop at the last byte and never meet the end of the stream. */
    private void noteIfComplete() {
      if (!complete && sha.bytes() >= bytes()) {
        complete = true;
        given.add(sha.finish());
      }
    }
  }
}
