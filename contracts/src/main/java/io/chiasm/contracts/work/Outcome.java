package io.chiasm.contracts.work;

import io.chiasm.contracts.failure.TransientException;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** What became of work on another thread. */
final class Outcome {
  private Outcome() {}

  /**
   * Waits for it.
   *
   * @throws TransientException if this thread is interrupted
   * @throws RuntimeException what the work threw
   */
  static <T> T of(Future<T> work) {
    try {
      return work.get();
    } catch (ExecutionException e) {
      throw unchecked(Objects.requireNonNull(e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TransientException("interrupted", e);
    }
  }

  private static RuntimeException unchecked(Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
  }
}
