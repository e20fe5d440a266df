package io.chiasm.contracts.store;

import io.chiasm.contracts.failure.TransientException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * An object's bytes over connections that may break: after a break the object is opened again and
 * the bytes already given are skipped. An object replaced in between is not noticed here; {@link
 * CheckedStream} around it notices.
 */
final class ResumingStream extends InputStream {
  private final Opening opening;
  private final Retry retry;
  private final ObjectStat stat;
  private @Nullable InputStream connection;
  private long given;

  /** Opens the object, or a part of it, behind the bytes that were given already. */
  interface Opening {
    ObjectStream behind(long given) throws IOException;
  }

  /** Opens the object at once, so that a missing one is known at once. */
  ResumingStream(Opening opening, Retry retry) {
    this.opening = opening;
    this.retry = retry;
    ObjectStream first = retry.call(this::first);
    this.connection = first;
    this.stat = first.stat();
  }

  private ObjectStream first() {
    try {
      return opening.behind(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The object's, as it was first opened. */
  ObjectStat stat() {
    return stat;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    int n = read(one, 0, 1);
    return n < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] to, int offset, int length) throws IOException {
    try {
      int n = retry.call(() -> tryRead(to, offset, length));
      given += Math.max(0, n);
      return n;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @Override
  public void close() throws IOException {
    if (connection != null) {
      connection.close();
    }
  }

  private int tryRead(byte[] to, int offset, int length) {
    try {
      return connected().read(to, offset, length);
    } catch (TransientException e) {
      drop(e);
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private InputStream connected() throws IOException {
    if (connection == null) {
      connection = opening.behind(given);
    }
    return connection;
  }

  private void drop(TransientException failure) {
    if (connection != null) {
      try {
        connection.close();
      } catch (IOException e) {
        failure.addSuppressed(e);
      }
    }
    connection = null;
  }
}
