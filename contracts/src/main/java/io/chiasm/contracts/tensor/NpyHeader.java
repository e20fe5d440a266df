package io.chiasm.contracts.tensor;

import io.chiasm.contracts.failure.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;

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
  /**
   * Reads the header and leaves the stream at the first element.
   *
   * @param source name of the file or object, for messages
   * @throws InputException if this is no {@code .npy} of a numeric array, or is over the limits
   * @throws IOException if the stream fails
   */
  public static NpyHeader read(InputStream in, String source, NpyLimits limits) throws IOException {
    NpyPrefix prefix = NpyPrefix.read(in, source, limits);
    NpyDtype dtype = NpyDtype.parse(prefix.said().descr(), source);
    NpyHeader header =
        new NpyHeader(
            dtype.type(),
            dtype.order(),
            prefix.said().fortran(),
            prefix.said().shape(),
            prefix.bytes());
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
}
