package io.chiasm.contracts.tensor;

import io.chiasm.contracts.failure.InputException;

/**
 * What a {@code .npy} file may ask of memory before it is believed.
 *
 * @param headerBytes longest header; numpy itself refuses more than 10,000
 * @param dataBytes largest array, as stored
 */
public record NpyLimits(int headerBytes, long dataBytes) {
  private static final int NUMPY_HEADER_BYTES = 10_000;

  /** The largest array that fits a Java array of {@code double}s. */
  public static final NpyLimits STANDARD =
      new NpyLimits(NUMPY_HEADER_BYTES, Integer.MAX_VALUE * (long) Double.BYTES);

  public NpyLimits {
    if (headerBytes < 1 || dataBytes < 0) {
      throw new IllegalArgumentException(
          "limits must be positive, got header " + headerBytes + ", data " + dataBytes);
    }
  }

  /** The standard header limit with at most this many bytes of data. */
  public static NpyLimits ofData(long bytes) {
    return new NpyLimits(NUMPY_HEADER_BYTES, bytes);
  }

  void checkHeader(long bytes, String source) {
    if (bytes > headerBytes) {
      throw new InputException(
          source + ": the .npy header is " + bytes + " bytes long, at most " + headerBytes);
    }
  }

  void checkData(long bytes, String source) {
    if (bytes > dataBytes) {
      throw new InputException(
          source + ": the array needs " + bytes + " bytes, at most " + dataBytes + " are allowed");
    }
  }
}
