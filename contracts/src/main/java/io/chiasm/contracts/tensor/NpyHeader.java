package io.chiasm.contracts.tensor;

import io.chiasm.contracts.failure.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What a {@code .npy} file says about its array; format versions 1.0, 2.0 and 3.0.
 *
 * @param type element type
 * @param order byte order of the elements (of no effect for one-byte types)
 * @param fortran whether the first axis runs fastest; row-major otherwise
 * @param shape extents of the axes
 * @param dataOffset bytes before the array's first element
 */
public record NpyHeader(
    ElementType type, ByteOrder order, boolean fortran, Shape shape, long dataOffset) {
  static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

  /**
   * Reads the header and leaves the stream at the first element.
   *
   * @param source name of the file or object, for messages
   * @throws InputException if this is no {@code .npy} of a numeric array, or is over the limits
   * @throws IOException if the stream fails
   */
  public static NpyHeader read(InputStream in, String source, NpyLimits limits) throws IOException {
    byte[] start = exactly(in, MAGIC.length + 2, source);
    if (!Arrays.equals(start, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      throw notNpy(start, source);
    }
    int major = start[MAGIC.length];
    int minor = start[MAGIC.length + 1];
    if (major < 1 || major > 3 || minor != 0) {
      throw new InputException(
          source + ": .npy version " + major + "." + minor + ", known are 1.0, 2.0 and 3.0");
    }
    int lengthBytes = major == 1 ? Short.BYTES : Integer.BYTES;
    long length = unsigned(exactly(in, lengthBytes, source));
    limits.checkHeader(length, source);
    byte[] dict = exactly(in, (int) length, source);
    NpyHeader header =
        NpyDict.parse(
            new String(dict, major == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1),
            start.length + lengthBytes + length,
            source);
    limits.checkData(header.checkedDataBytes(source), source);
    return header;
  }

  /** Number of bytes that the array's elements take in the file. */
  public long dataBytes() {
    return Math.multiplyExact(shape.elements(), (long) type.bytes());
  }

  /** Number of elements, for a Java array. */
  int arrayLength(String source) {
    long elements = shape.elements();
    int perElement = type == ElementType.COMPLEX64 || type == ElementType.COMPLEX128 ? 2 : 1;
    if (elements > (Integer.MAX_VALUE - 8) / perElement) {
      throw new InputException(
          source + ": shape " + shape + " has too many elements to be held at once");
    }
    return (int) elements;
  }

  private long checkedDataBytes(String source) {
    try {
      return dataBytes();
    } catch (ArithmeticException e) {
      throw new InputException(source + ": impossible shape " + shape, e);
    }
  }

  private static long unsigned(byte[] littleEndian) {
    ByteBuffer bytes = ByteBuffer.wrap(littleEndian).order(ByteOrder.LITTLE_ENDIAN);
    return littleEndian.length == Short.BYTES
        ? Short.toUnsignedLong(bytes.getShort())
        : Integer.toUnsignedLong(bytes.getInt());
  }

  private static byte[] exactly(InputStream in, int count, String source) throws IOException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw new InputException(source + ": ends within the .npy header");
    }
    return bytes;
  }

  private static InputException notNpy(byte[] start, String source) {
    boolean zip = start[0] == 'P' && start[1] == 'K';
    return new InputException(
        source
            + (zip
                ? ": is a zip or .npz archive; take the .npy file out of it"
                : ": is not a .npy file (it does not begin with \\x93NUMPY)"));
  }
}
