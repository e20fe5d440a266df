package io.chiasm.dataset.algonauts;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Bytes of {@code .npy} files as numpy writes them, for files that tests need. */
final class NpyBytes {
  private NpyBytes() {}

  static byte[] floats(String shape, float... values) {
    return of("<f4", false, shape, 4 * values.length, b -> put(b, values));
  }

  static byte[] doubles(String shape, double... values) {
    return of(
        "<f8",
        false,
        shape,
        8 * values.length,
        b -> {
          for (double value : values) {
            b.putDouble(value);
          }
        });
  }

  static byte[] bigEndianFortran(String shape, float... values) {
    return of(
        ">f4", true, shape, 4 * values.length, b -> put(b.order(ByteOrder.BIG_ENDIAN), values));
  }

  static byte[] longs(int... values) {
    return of(
        "<i8",
        false,
        "(" + values.length + ",)",
        8 * values.length,
        b -> {
          for (int value : values) {
            b.putLong(value);
          }
        });
  }

  static byte[] bytes(String descr, int... values) {
    return of(
        descr,
        false,
        "(" + values.length + ",)",
        values.length,
        b -> {
          for (int value : values) {
            b.put((byte) value);
          }
        });
  }

  static byte[] of(
      String descr, boolean fortran, String shape, int bytes, Consumer<ByteBuffer> values) {
    String dict =
        String.format(
            "{'descr': '%s', 'fortran_order': %s, 'shape': %s, }",
            descr, fortran ? "True" : "False", shape);
    String header = dict + " ".repeat(128 - 10 - 1 - dict.length()) + "\n";
    ByteBuffer file = ByteBuffer.allocate(128 + bytes).order(ByteOrder.LITTLE_ENDIAN);
    file.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
    file.putShort((short) header.length()).put(header.getBytes(StandardCharsets.US_ASCII));
    values.accept(file);
    return file.array();
  }

  private static void put(ByteBuffer bytes, float[] values) {
    for (float value : values) {
      bytes.putFloat(value);
    }
  }
}
