package io.chiasm.contracts.shell.service;

import java.time.Duration;
import java.util.List;
import sun.misc.Signal;

/** Time for work under way after the process was asked to end; asked again, it is over at once. */
public final class Grace {
  private static final List<String> REQUESTS = List.of("TERM", "INT");
  private static final long GLANCE_MILLIS = 50;

  private volatile long deadline;

  private Grace(Duration length) {
    this.deadline = System.nanoTime() + length.toNanos();
  }

  /** Time that nobody cuts short. */
  public static Grace of(Duration length) {
    return new Grace(length);
  }

  /** Time that begins now and that the next signal to end cuts short. */
  public static Grace untilNextSignal(Duration length) {
    Grace grace = new Grace(length);
    for (String request : REQUESTS) {
      Signal.handle(new Signal(request), again -> grace.end());
    }
    return grace;
  }

  /** It is over. */
  public void end() {
    deadline = System.nanoTime();
  }

  /** Waits for an end as long as there is time, and tells whether it came. */
  public boolean await(Waiting end) {
    try {
      while (!end.within(GLANCE_MILLIS)) {
        if (deadline - System.nanoTime() <= 0) {
          return false;
        }
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** An end that can be waited for. */
  @FunctionalInterface
  public interface Waiting {
    /** Whether it has come, within this time. */
    boolean within(long millis) throws InterruptedException;
  }
}
