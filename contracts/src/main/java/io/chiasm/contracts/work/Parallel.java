package io.chiasm.contracts.work;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Does the same to many things, some at a time; the first failure ends it all. */
public final class Parallel {
  private final int width;

  /**
   * @param width how many at a time
   */
  public Parallel(int width) {
    this.width = width;
  }

  /**
   * Returns when all is done.
   *
   * @throws io.chiasm.contracts.failure.TransientException if the thread is interrupted
   * @throws RuntimeException the first that {@code work} threw
   */
  public <T> void each(List<T> things, Consumer<T> work) {
    Iterator<T> left = things.iterator();
    AtomicBoolean failed = new AtomicBoolean();
    ExecutorService threads = Executors.newFixedThreadPool(width);
    try {
      List<Future<?>> workers = new ArrayList<>();
      for (int i = 0; i < Math.min(width, things.size()); i++) {
        workers.add(threads.submit(() -> work(left, work, failed)));
      }
      workers.forEach(Outcome::of);
    } finally {
      threads.shutdownNow();
    }
  }

  private static <T> void work(Iterator<T> left, Consumer<T> work, AtomicBoolean failed) {
    try {
      while (!failed.get()) {
        T next;
        synchronized (left) {
          if (!left.hasNext()) {
            return;
          }
          next = left.next();
        }
        work.accept(next);
      }
    } catch (RuntimeException e) {
      failed.set(true);
      throw e;
    }
  }
}
