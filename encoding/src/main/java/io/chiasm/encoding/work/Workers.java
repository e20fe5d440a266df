package io.chiasm.encoding.work;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A fixed number of threads for one computation. */
public final class Workers implements AutoCloseable {
  private final int threads;
  private final ExecutorService pool;

  public Workers(int threads) {
    this.threads = threads;
    this.pool =
        Executors.newFixedThreadPool(
            threads,
            task -> {
              Thread thread = new Thread(task, "chiasm-encoder");
              thread.setDaemon(true);
              return thread;
            });
  }

  public int threads() {
    return threads;
  }

  /**
   * Runs all tasks. Returns or throws only when none is running any more, since the caller then
   * frees the memory that they work on. After a first failure or an interruption no further task
   * starts.
   *
   * @throws RuntimeException the first failure
   * @throws IllegalStateException if the waiting thread was interrupted, with its flag set again
   */
  public void run(List<? extends Runnable> tasks) {
    AtomicBoolean stopped = new AtomicBoolean();
    List<Future<?>> futures = new ArrayList<>();
    for (Runnable task : tasks) {
      futures.add(pool.submit(() -> runUnless(stopped, task)));
    }
    boolean interrupted = false;
    Throwable failure = null;
    for (Future<?> future : futures) {
      while (true) {
        try {
          future.get();
          break;
        } catch (InterruptedException e) {
          interrupted = true;
          stopped.set(true);
        } catch (ExecutionException e) {
          failure = failure == null ? e.getCause() : failure;
          break;
        }
      }
    }
    raise(failure, interrupted);
  }

  private static void runUnless(AtomicBoolean stopped, Runnable task) {
    if (stopped.get()) {
      return;
    }
    try {
      task.run();
    } catch (RuntimeException | Error e) {
      stopped.set(true);
      throw e;
    }
  }

  private static void raise(@Nullable Throwable failure, boolean interrupted) {
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (failure instanceof RuntimeException runtime) {
      throw runtime;
    }
    if (failure instanceof Error error) {
      throw error;
    }
    if (interrupted) {
      throw new IllegalStateException("interrupted");
    }
  }

  @Override
  public void close() {
    pool.shutdown();
  }
}
