package io.chiasm.contracts.shell.telemetry;

import io.chiasm.contracts.store.MissingObjectException;
import io.chiasm.contracts.store.ObjectStream;
import io.chiasm.contracts.telemetry.StoreEvents;
import io.chiasm.contracts.telemetry.StoreEvents.Operation;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Supplier;

/** An object that is read: one request, told when it is closed or breaks. */
final class ObservedStream extends ObjectStream {
  private final StoreEvents events;
  private long nanos;
  private long bytes;
  private boolean told;

  private ObservedStream(ObjectStream inner, StoreEvents events, long nanos) {
    super(inner, inner.stat());
    this.events = events;
    this.nanos = nanos;
  }

  static ObjectStream open(Supplier<ObjectStream> object, StoreEvents events) {
    long from = System.nanoTime();
    try {
      ObjectStream inner = object.get();
      return new ObservedStream(inner, events, System.nanoTime() - from);
    } catch (RuntimeException e) {
      Duration took = Duration.ofNanos(System.nanoTime() - from);
      events.requested(Operation.GET, took, 0, !(e instanceof MissingObjectException));
      throw e;
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    long from = System.nanoTime();
    int count;
    try {
      count = in.read(buffer, offset, length);
    } catch (IOException | RuntimeException e) {
      nanos += System.nanoTime() - from;
      tell(true);
      throw e;
    }
    nanos += System.nanoTime() - from;
    bytes += Math.max(0, count);
    return count;
  }

  @Override
  public long skip(long count) throws IOException {
    long skipped = in.skip(count);
    bytes += skipped;
    return skipped;
  }

  private void tell(boolean failed) {
    if (!told) {
      told = true;
      events.requested(Operation.GET, Duration.ofNanos(nanos), bytes, failed);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      in.close();
    } finally {
      tell(false);
    }
  }
}
