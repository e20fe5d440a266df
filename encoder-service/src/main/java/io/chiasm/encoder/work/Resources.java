package io.chiasm.encoder.work;

import java.nio.file.Path;

/**
 * What one computation may use.
 *
 * @param threads worker threads, each with single-threaded BLAS
 * @param memoryBytes for features, operators and buffers; inputs and results come on top
 * @param scratch existing folder for files that live as long as the computation
 */
public record Resources(int threads, long memoryBytes, Path scratch) {
  public Resources {
    if (threads < 1 || memoryBytes < 1) {
      throw new IllegalArgumentException(
          "threads and memory must be positive, got " + threads + " and " + memoryBytes);
    }
  }
}
