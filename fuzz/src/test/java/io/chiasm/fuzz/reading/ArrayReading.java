package io.chiasm.fuzz.reading;

import io.chiasm.contracts.tensor.NpyFile;
import io.chiasm.contracts.tensor.NpyLimits;
import io.chiasm.contracts.tensor.NpyReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** Arrays as {@code .npy}: whole from a stream, and by rows from a file. */
public final class ArrayReading {
  private static final String SOURCE = "array.npy";
  private static final NpyLimits LIMITS = NpyLimits.ofData(1 << 20);

  private ArrayReading() {}

  public static void stream(byte[] bytes) {
    Attempts.each(
        () -> NpyReader.floats(new ByteArrayInputStream(bytes), SOURCE, LIMITS),
        () -> NpyReader.doubles(new ByteArrayInputStream(bytes), SOURCE, LIMITS),
        () -> NpyReader.longs(new ByteArrayInputStream(bytes), SOURCE, LIMITS),
        () -> NpyReader.complex(new ByteArrayInputStream(bytes), SOURCE, LIMITS));
  }

  public static void file(byte[] bytes) throws IOException {
    try (NpyFile file = NpyFile.open(Scratch.file(SOURCE, bytes))) {
      Attempts.each(file::reals, file::longs, () -> file.readRows(0), () -> file.readRows(1, 0, 1));
    }
  }
}
