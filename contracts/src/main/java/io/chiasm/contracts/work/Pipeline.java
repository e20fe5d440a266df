package io.chiasm.contracts.work;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Does a few things at a time, and hands on what comes of them in the order in which they were
 * asked for, on the thread that asks. No more than these are in memory. For one thread.
 */
public final class Pipeline<T> implements AutoCloseable {
  private final int width;
  private final Consumer<T> next;
  private final ExecutorService threads;
  private final Deque<Future<T>> underWay = new ArrayDeque<>();

  /**
   * @param width how many at a time
   * @param next takes what came of one
   */
  public Pipeline(int width, Consumer<T> next) {
    this.width = width;
    this.next = next;
    this.threads = Executors.newFixedThreadPool(width);
  }

  /**
   * Begins with one more, as soon as there is room for it.
   *
   * @throws io.chiasm.contracts.failure.TransientException if this thread is interrupted
   * @throws RuntimeException what an earlier one threw
   */
  public void submit(Callable<T> work) {
    while (underWay.size() >= width) {
      handOn();
    }
    underWay.add(threads.submit(work));
  }

  /**
   * Waits until all that was begun is handed on.
   *
   * @throws io.chiasm.contracts.failure.TransientException if this thread is interrupted
   * @throws RuntimeException what one of them threw
   */
  public void await() {
    while (!underWay.isEmpty()) {
      handOn();
    }
  }

  private void handOn() {
    next.accept(Outcome.of(underWay.remove()));
  }

  /** Gives up what is still under way. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
