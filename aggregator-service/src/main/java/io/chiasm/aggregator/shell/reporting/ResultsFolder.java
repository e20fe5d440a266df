package io.chiasm.aggregator.shell.reporting;

import io.chiasm.contracts.failure.TransientException;
import io.chiasm.contracts.store.Content;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.store.ObjectStat;
import io.chiasm.contracts.store.TensorStore;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A study's results in the store. Files are small and many, and each takes several requests: a few
 * are on their way at a time, and no more than these are in memory.
 */
final class ResultsFolder implements AutoCloseable {
  private static final int AT_A_TIME = 8;

  private final TensorStore store;
  private final ObjectKey folder;
  private final ExecutorService senders = Executors.newFixedThreadPool(AT_A_TIME);
  private final Deque<Future<?>> underWay = new ArrayDeque<>();
  private final Map<String, ResultFile> files = new ConcurrentSkipListMap<>();

  ResultsFolder(TensorStore store, ObjectKey folder) {
    this.store = store;
    this.folder = folder;
  }

  /** Removes what an earlier report left. */
  void empty() {
    store.list(folder).forEach(key -> send(() -> store.delete(key)));
    await();
  }

  /**
   * Puts a file; a failure is thrown here or by a later call.
   *
   * @param path relative to the folder
   */
  void put(String path, byte[] bytes) {
    ObjectKey key = new ObjectKey(folder.value() + "/" + path);
    send(() -> files.put(path, file(path, store.put(key, Content.of(bytes)))));
  }

  private static ResultFile file(String path, ObjectStat stat) {
    return new ResultFile(path, stat.bytes(), stat.hex());
  }

  /** What was put and is in the store, in ascending order of paths. */
  List<ResultFile> files() {
    return List.copyOf(files.values());
  }

  /** Waits until all that was put is in the store. */
  void await() {
    while (!underWay.isEmpty()) {
      finish(underWay.remove());
    }
  }

  private void send(Runnable request) {
    while (underWay.size() >= AT_A_TIME) {
      finish(underWay.remove());
    }
    underWay.add(senders.submit(request));
  }

  private static void finish(Future<?> request) {
    try {
      request.get();
    } catch (ExecutionException e) {
      throw rethrown(Objects.requireNonNull(e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TransientException("the report was interrupted", e);
    }
  }

  private static RuntimeException rethrown(Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return (RuntimeException) cause;
  }

  /** Gives up what is still under way. */
  @Override
  public void close() {
    senders.shutdownNow();
  }
}
