package io.chiasm.dataset.algonauts;

import io.chiasm.contracts.tensor.ElementType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** A mask file: one whole number per vertex, of any of numpy's integer types. */
final class IntegerMask {
  private IntegerMask() {}

  /** {@code [vertex]} the numbers; {@code vertices} is how many there must be. */
  static int[] read(Path file, int vertices, String whatVertices) {
    NpyHead head = NpyHead.read(file);
    ElementType type = integerType(file, head);
    if (head.shape().rank() != 1 || head.shape().extent(0) != vertices) {
      throw new DefectException(
          file, "shape " + head.shape(), "(" + vertices + ",), one number per " + whatVertices);
    }
    head.requireBytes(file, type.bytes());
    ByteBuffer bytes = ByteBuffer.wrap(values(file, head, vertices * type.bytes()));
    bytes.order(head.order());
    int[] ids = new int[vertices];
    for (int vertex = 0; vertex < vertices; vertex++) {
      ids[vertex] = fit(file, value(bytes, type), vertex);
    }
    return ids;
  }

  private static ElementType integerType(Path file, NpyHead head) {
    try {
      ElementType type = ElementType.of(head.code());
      if (type.integral()) {
        return type;
      }
    } catch (IllegalArgumentException e) {
      // Falls through to the same complaint as a type that is numeric but not integral.
    }
    throw new DefectException(file, "element type " + head.code(), "an integer type such as i8");
  }

  private static byte[] values(Path file, NpyHead head, int bytes) {
    try (InputStream in = Files.newInputStream(file)) {
      in.skipNBytes(head.dataOffset());
      return in.readNBytes(bytes);
    } catch (IOException e) {
      throw new DefectException(file, "cannot be read (" + e + ")", "a readable file");
    }
  }

  private static long value(ByteBuffer bytes, ElementType type) {
    return switch (type) {
      case INT8 -> bytes.get();
      case BOOL, UINT8 -> bytes.get() & 0xff;
      case INT16 -> bytes.getShort();
      case UINT16 -> bytes.getShort() & 0xffff;
      case INT32 -> bytes.getInt();
      case UINT32 -> bytes.getInt() & 0xffffffffL;
      case INT64, UINT64 -> bytes.getLong();
      case FLOAT16, FLOAT32, FLOAT64, COMPLEX64, COMPLEX128 ->
          throw new IllegalStateException("not an integer type: " + type);
    };
  }

  private static int fit(Path file, long value, int vertex) {
    if (value != (int) value) {
      throw new DefectException(file, "id " + value + " at vertex " + vertex, "a small number");
    }
    return (int) value;
  }
}
