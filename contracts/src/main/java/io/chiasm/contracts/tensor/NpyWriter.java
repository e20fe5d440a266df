package io.chiasm.contracts.tensor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes {@code .npy} files, byte for byte what {@code numpy.save} writes of the same array. */
public final class NpyWriter {
  private static final int ALIGNMENT = 64;

  /** numpy leaves room for the first extent to grow to this many digits. */
  private static final int GROWTH_DIGITS = 21;

  private static final int LENGTH_BYTES = 2;

  private NpyWriter() {}

  /**
   * Writes the tensor as little-endian float32 or float64, as it is held. The stream stays open.
   */
  public static void write(OutputStream out, RealTensor tensor) throws IOException {
    write(out, ElementSource.of(tensor));
  }

  /** Writes the tensor as little-endian int64. The stream stays open. */
  public static void write(OutputStream out, LongTensor tensor) throws IOException {
    write(out, ElementSource.of(tensor));
  }

  private static void write(OutputStream out, ElementSource elements) throws IOException {
    try (NpyStream bytes = NpyStream.file(elements)) {
      bytes.transferTo(out);
    }
  }

  /** Everything before the first element, for little-endian row-major data; version 1.0. */
  public static byte[] header(ElementType type, Shape shape) {
    String dict =
        "{'descr': '%s%s', 'fortran_order': False, 'shape': %s, }"
            .formatted(type.bytes() == 1 ? "|" : "<", type.code(), shape);
    if (shape.rank() > 0) {
      dict += " ".repeat(GROWTH_DIGITS - Long.toString(shape.extent(0)).length());
    }
    int prefix = NpyPrefix.MAGIC.length + 2 + LENGTH_BYTES;
    int unpadded = prefix + dict.length() + 1;
    // numpy adds a whole block of blanks where none is needed.
    int padding = ALIGNMENT - unpadded % ALIGNMENT;
    int length = unpadded + padding - prefix;
    ByteArrayOutputStream out = new ByteArrayOutputStream(prefix + length);
    out.writeBytes(NpyPrefix.MAGIC);
    out.writeBytes(new byte[] {1, 0, (byte) length, (byte) (length >> 8)});
    out.writeBytes((dict + " ".repeat(padding) + "\n").getBytes(StandardCharsets.US_ASCII));
    return out.toByteArray();
  }
}
