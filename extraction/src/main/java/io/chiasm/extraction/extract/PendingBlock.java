package io.chiasm.extraction.extract;

import io.chiasm.contracts.tensor.FloatTensor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** A block whose batches are with the workers. */
final class PendingBlock {
  private final List<Photograph> photographs;
  private final int batch;
  private final StackedLayers layers;
  private final List<Future<?>> tasks = new ArrayList<>();

  PendingBlock(List<Photograph> photographs, int batch) {
    this.photographs = photographs;
    this.batch = batch;
    this.layers = new StackedLayers(photographs.size());
  }

  int batches() {
    return (photographs.size() + batch - 1) / batch;
  }

  void start(BatchWork work, WorkGate gate, ExecutorService threads) {
    for (int from = 0; from < photographs.size(); from += batch) {
      int first = from;
      List<Photograph> part =
          photographs.subList(first, Math.min(first + batch, photographs.size()));
      tasks.add(threads.submit(() -> gate.pass(() -> layers.add(first, work.run(part)))));
    }
  }

  /**
   * Waits for all batches. Fails as the first batch in order that fails does, so that the same
   * damaged folder gives the same message every time.
   */
  List<FloatTensor> await() {
    try {
      failIfInterrupted();
      for (Future<?> task : tasks) {
        task.get();
      }
      return layers.layers();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("extraction was interrupted");
    } catch (ExecutionException e) {
      throw unchecked(e.getCause());
    }
  }

  /** A future that is done already returns to an interrupted thread too. */
  private static void failIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  void cancel() {
    tasks.forEach(task -> task.cancel(true));
  }

  private static RuntimeException unchecked(@Nullable Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException e ? e : new IllegalStateException(cause);
  }
}
