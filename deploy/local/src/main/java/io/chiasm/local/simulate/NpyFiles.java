package io.chiasm.local.simulate;

import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes the kinds of {@code .npy} files that a data set holds. */
final class NpyFiles {
  private static final int ALIGNMENT = 64;

  private NpyFiles() {}

  static void write(Path file, FloatTensor tensor) throws IOException {
    ByteBuffer out = begin("<f4", tensor.shape(), 4L * tensor.values().length);
    for (float value : tensor.values()) {
      out.putFloat(value);
    }
    save(file, out);
  }

  static void write(Path file, float[] values) throws IOException {
    write(file, new FloatTensor(Shape.of(values.length), values));
  }

  /** As int64, the type that numpy gives to whole numbers. */
  static void write(Path file, int[] values) throws IOException {
    ByteBuffer out = begin("<i8", Shape.of(values.length), 8L * values.length);
    for (int value : values) {
      out.putLong(value);
    }
    save(file, out);
  }

  /** As uint8. */
  static void write(Path file, byte[] values) throws IOException {
    save(file, begin("|u1", Shape.of(values.length), values.length).put(values));
  }

  /** A Python dict from ids 0, 1, … to these names, as an object array without axes. */
  static void writeDict(Path file, List<String> names) throws IOException {
    byte[] pickle = DictPickle.of(names);
    save(file, begin("|O", Shape.of(), pickle.length).put(pickle));
  }

  private static ByteBuffer begin(String descr, Shape shape, long bytes) {
    String dict = "{'descr': '" + descr + "', 'fortran_order': False, 'shape': " + shape + ", }";
    int unpadded = 10 + dict.length() + 1;
    int length = (unpadded + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    ByteBuffer out = ByteBuffer.allocate(Math.toIntExact(length + bytes));
    out.order(ByteOrder.LITTLE_ENDIAN);
    out.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
    out.putShort((short) (length - 10));
    out.put((dict + " ".repeat(length - unpadded) + "\n").getBytes(StandardCharsets.US_ASCII));
    return out;
  }

  private static void save(Path file, ByteBuffer bytes) throws IOException {
    Files.write(file, bytes.array());
  }
}
