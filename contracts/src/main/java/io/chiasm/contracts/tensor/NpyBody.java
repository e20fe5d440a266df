package io.chiasm.contracts.tensor;

import io.chiasm.contracts.failure.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Locale;

/** An array whose header has been read and whose elements come next in the stream. */
final class NpyBody {
  /** A whole number of elements of every type. */
  private static final int BLOCK_BYTES = 1 << 18;

  /** Up to here every whole number is a float64. */
  private static final double EXACT = 0x1p53;

  /** One of the ways to read the elements. */
  interface Reading<T> {
    T read(NpyBody body) throws IOException;
  }

  private final NpyHeader header;
  private final InputStream in;
  private final String source;

  private NpyBody(NpyHeader header, InputStream in, String source) {
    this.header = header;
    this.in = in;
    this.source = source;
  }

  static NpyBody open(InputStream in, String source, NpyLimits limits) throws IOException {
    return new NpyBody(NpyHeader.read(in, source, limits), in, source);
  }

  NpyHeader header() {
    return header;
  }

  FloatTensor floats() throws IOException {
    requireReal();
    float[] stored = new float[header.arrayLength(source)];
    ElementType type = header.type();
    read(type, stored.length, (raw, at, n) -> Elements.toFloats(type, raw, stored, at, n));
    if (!header.fortran()) {
      return new FloatTensor(header.shape(), stored);
    }
    float[] rowMajor = new float[stored.length];
    FortranOrder.forEach(header.shape(), (from, to) -> rowMajor[to] = stored[from]);
    return new FloatTensor(header.shape(), rowMajor);
  }

  DoubleTensor doubles() throws IOException {
    requireReal();
    double[] stored = new double[header.arrayLength(source)];
    ElementType type = header.type();
    read(type, stored.length, (raw, at, n) -> Elements.toDoubles(type, raw, stored, at, n));
    if (!header.fortran()) {
      return new DoubleTensor(header.shape(), stored);
    }
    double[] rowMajor = new double[stored.length];
    FortranOrder.forEach(header.shape(), (from, to) -> rowMajor[to] = stored[from]);
    return new DoubleTensor(header.shape(), rowMajor);
  }

  /** 64-bit whole numbers that float64 would round are refused. */
  RealTensor reals() throws IOException {
    if (header.type().withinFloat()) {
      return floats();
    }
    DoubleTensor wide = doubles();
    if (header.type().integral() && header.type().bytes() == Long.BYTES) {
      requireExact(wide.values());
    }
    return RealTensor.narrowest(wide);
  }

  private void requireExact(double[] values) {
    for (double value : values) {
      // 2^53 may be a 2^53 + 1 that was rounded already.
      if (Math.abs(value) >= EXACT) {
        throw new InputException(
            String.format(
                Locale.ROOT,
                "%s: holds %.0f; whole numbers from 2^53 on are rounded, take an offset off first",
                source,
                value));
      }
    }
  }

  LongTensor longs() throws IOException {
    if (!header.type().integral()) {
      throw wrongType("whole numbers (bool, int8 to int64, uint8 to uint64) are needed");
    }
    long[] stored = new long[header.arrayLength(source)];
    ElementType type = header.type();
    read(type, stored.length, (raw, at, n) -> Elements.toLongs(type, raw, stored, at, n));
    requireSigned(stored);
    if (!header.fortran()) {
      return new LongTensor(header.shape(), stored);
    }
    long[] rowMajor = new long[stored.length];
    FortranOrder.forEach(header.shape(), (from, to) -> rowMajor[to] = stored[from]);
    return new LongTensor(header.shape(), rowMajor);
  }

  /** Real and imaginary parts along an extra last axis of extent 2. */
  DoubleTensor complex() throws IOException {
    ElementType part =
        switch (header.type()) {
          case COMPLEX64 -> ElementType.FLOAT32;
          case COMPLEX128 -> ElementType.FLOAT64;
          default -> throw wrongType("complex64 or complex128 is needed");
        };
    double[] stored = new double[2 * header.arrayLength(source)];
    read(part, stored.length, (raw, at, n) -> Elements.toDoubles(part, raw, stored, at, n));
    Shape shape = header.shape().append(2);
    if (!header.fortran()) {
      return new DoubleTensor(shape, stored);
    }
    double[] rowMajor = new double[stored.length];
    FortranOrder.forEach(
        header.shape(),
        (from, to) -> {
          rowMajor[2 * to] = stored[2 * from];
          rowMajor[2 * to + 1] = stored[2 * from + 1];
        });
    return new DoubleTensor(shape, rowMajor);
  }

  private void read(ElementType type, int count, Elements.Sink sink) throws IOException {
    byte[] block = new byte[(int) Math.min(BLOCK_BYTES, count * (long) type.bytes())];
    ByteBuffer raw = ByteBuffer.wrap(block).order(header.order());
    for (int at = 0; at < count; ) {
      int elements = Math.min(count - at, block.length / type.bytes());
      int bytes = elements * type.bytes();
      int got = in.readNBytes(block, 0, bytes);
      if (got < bytes) {
        throw truncated(at * (long) type.bytes() + got);
      }
      sink.accept(raw, at, elements);
      at += elements;
    }
    if (in.read() >= 0) {
      throw new InputException(
          source + ": more data than the " + header.dataBytes() + " bytes that its header states");
    }
  }

  private InputException truncated(long got) {
    return new InputException(
        source + ": ends after " + got + " of " + header.dataBytes() + " bytes of data");
  }

  private void requireReal() {
    if (header.type() == ElementType.COMPLEX64 || header.type() == ElementType.COMPLEX128) {
      throw wrongType("real numbers are needed; take the real part or the magnitude first");
    }
  }

  private void requireSigned(long[] values) {
    if (header.type() != ElementType.UINT64) {
      return;
    }
    for (long value : values) {
      if (value < 0) {
        throw new InputException(
            source
                + ": "
                + Long.toUnsignedString(value)
                + " is larger than the largest whole number that can be read, "
                + Long.MAX_VALUE);
      }
    }
  }

  private InputException wrongType(String wanted) {
    return new InputException(
        source
            + ": has element type "
            + header.type().name().toLowerCase(Locale.ROOT)
            + ", "
            + wanted);
  }
}
