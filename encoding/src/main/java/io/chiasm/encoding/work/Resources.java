package io.chiasm.encoding.work;

import io.chiasm.contracts.failure.InputException;
import java.nio.file.Path;
import java.util.Locale;

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

  /** What every process has, whatever its setting: small studies need no sums. */
  private static final long ALWAYS = 128L << 20;

  /**
   * Makes sure that a computation fits before it begins.
   *
   * @param bytes the least that it can do with
   * @param what it is, for the message
   * @throws InputException if there is less
   */
  public void require(long bytes, String what) {
    if (bytes > Math.max(memoryBytes, ALWAYS)) {
      throw new InputException(
          String.format(
                  Locale.ROOT,
                  "%s needs at least %d MiB of memory, but the encoder has %d MiB; raise its"
                      + " setting",
                  what,
                  (bytes >> 20) + 1,
                  memoryBytes >> 20)
              + " CHIASM_ENCODER_MEMORY");
    }
  }

  /**
   * Makes sure that tensors fit the Java heap before they are read: inputs and results lie there.
   *
   * @param bytes of all tensors together
   * @param what needs them, for the message
   * @throws InputException if they do not fit
   */
  public static void requireHeap(long bytes, String what) {
    requireHeap(bytes, Runtime.getRuntime().maxMemory(), what);
  }

  /** Heap that tensors of so many bytes need. */
  public static long heapFor(long bytes) {
    return bytes / 3 * 4;
  }

  static void requireHeap(long bytes, long heap, String what) {
    // Collectors keep a part for young objects, and large arrays need room side by side.
    if (bytes > heap / 4 * 3) {
      throw new InputException(
          String.format(
                  Locale.ROOT,
                  "%s needs at least %d MiB of heap, but the encoder has %d MiB; raise its setting",
                  what,
                  (heapFor(bytes) >> 20) + 1,
                  heap >> 20)
              + " CHIASM_ENCODER_HEAP (-Xmx)");
    }
  }
}
