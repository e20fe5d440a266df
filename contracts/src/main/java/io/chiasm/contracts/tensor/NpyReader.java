package io.chiasm.contracts.tensor;

import io.chiasm.contracts.failure.InputException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads a whole {@code .npy} array into memory, in row-major order whatever the file's memory order
 * and byte order. The stream must end with the array. For files on disk see {@link NpyFile}. Memory
 * for the whole array is taken when its header is read, so the limit on data should be what the
 * source is known to hold.
 *
 * <p>Every method takes the name of the file or object for its messages, and throws {@link
 * InputException} for bytes that are not such an array, and {@link IOException} when the stream
 * fails.
 */
public final class NpyReader {
  private NpyReader() {}

  /** Real numbers as {@code float}, rounded to the nearest as numpy's {@code astype} does. */
  public static FloatTensor floats(InputStream in, String source, NpyLimits limits)
      throws IOException {
    return NpyBody.open(in, source, limits).floats();
  }

  /** Real numbers as {@code double}; only 64-bit integers can lose digits. */
  public static DoubleTensor doubles(InputStream in, String source, NpyLimits limits)
      throws IOException {
    return NpyBody.open(in, source, limits).doubles();
  }

  /** Whole numbers; floating-point arrays are refused, and unsigned values over 2⁶³ − 1. */
  public static LongTensor longs(InputStream in, String source, NpyLimits limits)
      throws IOException {
    return NpyBody.open(in, source, limits).longs();
  }

  /** Complex numbers as {@code […, part]}, part 0 real and part 1 imaginary. */
  public static DoubleTensor complex(InputStream in, String source, NpyLimits limits)
      throws IOException {
    return NpyBody.open(in, source, limits).complex();
  }
}
