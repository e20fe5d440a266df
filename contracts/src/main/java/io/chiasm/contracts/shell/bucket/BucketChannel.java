package io.chiasm.contracts.shell.bucket;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.shell.bucket.Buckets.MissingBytesException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/**
 * One object as a file that is read: a window of it in memory, which grows while reading goes
 * straight on. All windows are of the version that the first one was.
 */
final class BucketChannel extends FileChannel {
  private static final int FIRST_WINDOW = 256 << 10;
  private static final int LARGEST_WINDOW = 8 << 20;

  private final Buckets buckets;
  private final BucketPath path;
  private BucketBytes window;
  private long windowStart;
  private int nextLength = 2 * FIRST_WINDOW;
  private long position;

  private BucketChannel(Buckets buckets, BucketPath path, BucketBytes first) {
    this.buckets = buckets;
    this.path = path;
    this.window = first;
  }

  /**
   * Opens an object.
   *
   * @throws NoSuchFileException if there is none
   * @throws InputException if it is not what its folder's listing said
   */
  static BucketChannel open(Buckets buckets, BucketPath path) throws NoSuchFileException {
    try {
      BucketBytes first = buckets.read(path.bucket(), path.key(), "", 0, FIRST_WINDOW);
      BucketAttributes listed = path.listed();
      if (listed != null && listed.size() != first.total()) {
        throw new InputException(
            path
                + ": changed while it was read: "
                + listed.size()
                + " bytes when its folder was listed, "
                + first.total()
                + " now; let it rest and try again");
      }
      return new BucketChannel(buckets, path, first);
    } catch (MissingBytesException e) {
      throw absent(path, e);
    }
  }

  private static NoSuchFileException absent(BucketPath path, MissingBytesException cause) {
    NoSuchFileException absent = new NoSuchFileException(path.toString());
    absent.initCause(cause);
    return absent;
  }

  @Override
  public synchronized int read(ByteBuffer to) throws IOException {
    int count = read(to, position);
    position += Math.max(0, count);
    return count;
  }

  @Override
  public synchronized int read(ByteBuffer to, long from) throws IOException {
    requireOpen();
    if (from < 0) {
      throw new IllegalArgumentException("position " + from);
    }
    if (from >= window.total()) {
      return -1;
    }
    if (!to.hasRemaining()) {
      return 0;
    }
    if (from < windowStart || from >= windowEnd()) {
      moveTo(from);
    }
    int start = Math.toIntExact(from - windowStart);
    int count = Math.min(to.remaining(), window.bytes().length - start);
    to.put(window.bytes(), start, count);
    return count;
  }

  private long windowEnd() {
    return windowStart + window.bytes().length;
  }

  private void moveTo(long from) throws IOException {
    if (from != windowEnd()) {
      nextLength = FIRST_WINDOW;
    }
    int length = Math.toIntExact(Math.min(nextLength, window.total() - from));
    try {
      window = buckets.read(path.bucket(), path.key(), window.etag(), from, length);
    } catch (MissingBytesException e) {
      throw absent(path, e);
    }
    if (window.bytes().length == 0) {
      throw new IOException(path + ": ends before byte " + from);
    }
    windowStart = from;
    nextLength = Math.min(2 * nextLength, LARGEST_WINDOW);
  }

  @Override
  public synchronized long read(ByteBuffer[] to, int offset, int length) throws IOException {
    long sum = 0;
    for (int i = offset; i < offset + length; i++) {
      while (to[i].hasRemaining()) {
        int count = read(to[i]);
        if (count < 0) {
          return sum == 0 ? -1 : sum;
        }
        sum += count;
      }
    }
    return sum;
  }

  @Override
  public synchronized long position() throws IOException {
    requireOpen();
    return position;
  }

  @Override
  public synchronized FileChannel position(long to) throws IOException {
    requireOpen();
    if (to < 0) {
      throw new IllegalArgumentException("position " + to);
    }
    position = to;
    return this;
  }

  @Override
  public synchronized long size() throws IOException {
    requireOpen();
    return window.total();
  }

  @Override
  public synchronized long transferTo(long from, long count, WritableByteChannel target)
      throws IOException {
    ByteBuffer piece = ByteBuffer.allocate((int) Math.min(count, FIRST_WINDOW));
    int read = read(piece, from);
    return read <= 0 ? 0 : target.write(piece.flip());
  }

  private void requireOpen() throws ClosedChannelException {
    if (!isOpen()) {
      throw new ClosedChannelException();
    }
  }

  @Override
  public int write(ByteBuffer from) {
    throw new NonWritableChannelException();
  }

  @Override
  public long write(ByteBuffer[] from, int offset, int length) {
    throw new NonWritableChannelException();
  }

  @Override
  public int write(ByteBuffer from, long to) {
    throw new NonWritableChannelException();
  }

  @Override
  public long transferFrom(ReadableByteChannel source, long to, long count) {
    throw new NonWritableChannelException();
  }

  @Override
  public FileChannel truncate(long size) {
    throw new NonWritableChannelException();
  }

  @Override
  public void force(boolean metadata) {}

  @Override
  public MappedByteBuffer map(MapMode mode, long from, long size) {
    throw new UnsupportedOperationException("an object cannot be mapped into memory");
  }

  @Override
  public FileLock lock(long from, long size, boolean shared) {
    throw new UnsupportedOperationException("an object cannot be locked");
  }

  @Override
  public @Nullable FileLock tryLock(long from, long size, boolean shared) {
    return null;
  }

  @Override
  protected void implCloseChannel() {}
}
