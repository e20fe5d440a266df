package io.chiasm.aggregator.shell.study;

import io.chiasm.contracts.failure.TransientException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/** Requests to the store, several at a time: most of each is waiting. */
final class Requests implements AutoCloseable {
  /** As many as the client has connections for two of who ask. */
  private static final int AT_A_TIME = 32;

  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "requests");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * Makes a request for each of them; after one that failed no further one is begun.
   *
   * @throws RuntimeException that of the one that failed
   */
  <T> void each(Collection<T> all, Consumer<T> request) {
    Queue<T> open = new ConcurrentLinkedQueue<>(all);
    List<Future<?>> under = new ArrayList<>();
    try {
      for (int i = 0; i < Math.min(AT_A_TIME, all.size()); i++) {
        under.add(threads.submit(() -> work(open, request)));
      }
      for (Future<?> one : under) {
        ended(one);
      }
    } catch (RejectedExecutionException e) {
      throw new TransientException("stopped while the store was asked", e);
    } finally {
      open.clear();
    }
  }

  private static <T> void work(Queue<T> open, Consumer<T> request) {
    try {
      for (T next = open.poll(); next != null; next = open.poll()) {
        request.accept(next);
      }
    } catch (RuntimeException | Error e) {
      open.clear();
      throw e;
    }
  }

  private static void ended(Future<?> one) {
    try {
      one.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error failure) {
        throw failure;
      }
      throw new IllegalStateException("a request was not made", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TransientException("interrupted while the store was asked", e);
    }
  }

  /** Requests under way end by themselves; who waits for them is not kept. */
  @Override
  public void close() {
    threads.shutdown();
  }
}
