package io.chiasm.aggregator.shell.study;

import io.chiasm.contracts.failure.TransientException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Ids of all studies, from the store; while it does not answer in time, those known last. So a
 * question about studies has an answer whatever the store does.
 */
final class KnownStudies implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Supplier<List<String>> store;
  private final Duration patience;
  private final ExecutorService thread = Executors.newSingleThreadExecutor(KnownStudies::daemon);
  private @Nullable Future<List<String>> asked;
  private boolean late;
  private volatile List<String> known = List.of();

  KnownStudies(Supplier<List<String>> store) {
    this(store, PATIENCE);
  }

  KnownStudies(Supplier<List<String>> store, Duration patience) {
    this.store = store;
    this.patience = patience;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "known-studies");
    thread.setDaemon(true);
    return thread;
  }

  /** Ids, in ascending order. */
  List<String> ids() {
    Future<List<String>> answer = question();
    try {
      known = answer.get(silent() ? 0 : patience.toMillis(), TimeUnit.MILLISECONDS);
      done(false);
    } catch (TimeoutException e) {
      late(answer);
    } catch (ExecutionException e) {
      done(true);
      if (e.getCause() instanceof RuntimeException bug && !(bug instanceof TransientException)) {
        throw bug;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return known;
  }

  /** Whether the store let others wait in vain, so that nobody else need wait. */
  synchronized boolean silent() {
    return late;
  }

  /** One question at a time, however many ask. */
  private synchronized Future<List<String>> question() {
    Future<List<String>> open = asked;
    if (open == null) {
      open = thread.submit(store::get);
      asked = open;
    }
    return open;
  }

  private synchronized void late(Future<List<String>> answer) {
    late = !answer.isDone();
  }

  private synchronized void done(boolean failed) {
    late = failed;
    asked = null;
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
