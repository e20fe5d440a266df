package io.chiasm.local.simulate;

import io.chiasm.contracts.tensor.ElementType;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.LongTensor;
import io.chiasm.contracts.tensor.NpyWriter;
import io.chiasm.contracts.tensor.Shape;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Writes the kinds of {@code .npy} files that a data set holds. */
final class NpyFiles {
  /** Of one Python object, which contracts neither writes nor reads. */
  private static final String OBJECT_HEADER =
      "\u0093NUMPY\u0001\0\u0076\0"
          + "{'descr': '|O', 'fortran_order': False, 'shape': (), }"
          + " ".repeat(63)
          + "\n";

  private NpyFiles() {}

  static void write(Path file, FloatTensor tensor) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      NpyWriter.write(out, tensor);
    }
  }

  static void write(Path file, float[] values) throws IOException {
    write(file, new FloatTensor(Shape.of(values.length), values));
  }

  /** As int64, the type that numpy gives to whole numbers. */
  static void write(Path file, int[] values) throws IOException {
    long[] longs = Arrays.stream(values).asLongStream().toArray();
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      NpyWriter.write(out, new LongTensor(Shape.of(longs.length), longs));
    }
  }

  /** As uint8. */
  static void write(Path file, byte[] values) throws IOException {
    save(file, NpyWriter.header(ElementType.UINT8, Shape.of(values.length)), values);
  }

  /** A Python dict from ids 0, 1, … to these names, as an object array without axes. */
  static void writeDict(Path file, List<String> names) throws IOException {
    save(file, OBJECT_HEADER.getBytes(StandardCharsets.ISO_8859_1), DictPickle.of(names));
  }

  private static void save(Path file, byte[] header, byte[] data) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(header);
      out.write(data);
    }
  }
}
