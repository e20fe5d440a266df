package io.chiasm.local.faults;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Arrays in NumPy's format, version 1.0, whatever is in them. */
final class NpyText {
  private static final int HEADER = 128;

  private NpyText() {}

  /**
   * @param shape as Python writes it, such as {@code (4, 3)}
   */
  static byte[] of(String shape, float[] values) {
    ByteBuffer file =
        ByteBuffer.allocate(HEADER + Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
    file.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII));
    file.put((byte) 1).put((byte) 0).putShort((short) (HEADER - 10));
    String header = "{'descr': '<f4', 'fortran_order': False, 'shape': " + shape + ", }";
    file.put(String.format("%-117s\n", header).getBytes(StandardCharsets.US_ASCII));
    for (float value : values) {
      file.putFloat(value);
    }
    return file.array();
  }
}
