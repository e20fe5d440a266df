package io.chiasm.contracts.store;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Whether one piece of work is tried again because bytes came spoilt, which may have happened on
 * their way: at least a few times, and for a minute. What is spoilt still then is damaged for good.
 */
public final class Rereads {
  private static final int A_FEW = 5;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final LongSupplier nanoTime;
  private int times;
  private long first;

  public Rereads() {
    this(System::nanoTime);
  }

  Rereads(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** Whether this failure is a reason to try again. */
  public boolean again(RuntimeException failure) {
    if (!(failure instanceof DamagedObjectException)) {
      return false;
    }
    long now = nanoTime.getAsLong();
    if (times == 0) {
      first = now;
    }
    times++;
    return times <= A_FEW || now - first < PATIENCE.toNanos();
  }
}
