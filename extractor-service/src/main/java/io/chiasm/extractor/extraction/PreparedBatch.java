package io.chiasm.extractor.extraction;

import io.chiasm.contracts.tensor.FloatTensor;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Photographs on their way to a network's input.
 *
 * @param images {@code [image, channel, row, column]}, complete once every task is done
 * @param tasks one per image
 */
record PreparedBatch(FloatTensor images, List<Future<?>> tasks) {
  /**
   * Waits for all images. Fails as the first image in order that fails does, so that the same
   * damaged folder gives the same message every time.
   */
  FloatTensor await() {
    try {
      for (Future<?> task : tasks) {
        task.get();
      }
      return images;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("extraction was interrupted");
    } catch (ExecutionException e) {
      throw unchecked(e.getCause());
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
