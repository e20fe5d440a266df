package io.chiasm.extraction.extract;

import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Lets work pass until it is stopped, and then waits for what is inside: a network must not be
 * closed while a thread runs it.
 */
final class WorkGate {
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private volatile boolean stopped;

  /** Runs one piece of work, or nothing if stopped. */
  void pass(Runnable work) {
    lock.readLock().lock();
    try {
      if (stopped) {
        throw new CancellationException();
      }
      work.run();
    } finally {
      lock.readLock().unlock();
    }
  }

  /**
   * Lets nothing in any more, and returns when nobody is inside.
   *
   * @param hurry tells those inside to end soon
   */
  void stop(Runnable hurry) {
    stopped = true;
    hurry.run();
    lock.writeLock().lock();
    lock.writeLock().unlock();
  }
}
