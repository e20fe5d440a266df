package io.chiasm.dataset.algonauts;

import io.chiasm.contracts.tensor.HalfFloat;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The element types that responses come in, by numpy's code. */
enum ResponseType {
  F4(4, true, ByteBuffer::getFloat),
  F8(8, false, ByteBuffer::getDouble),
  F2(2, true, b -> HalfFloat.toFloat(b.getShort())),
  I1(1, true, ByteBuffer::get),
  I2(2, true, ByteBuffer::getShort),
  I4(4, false, ByteBuffer::getInt),
  I8(8, false, b -> exact(b.getLong(), false)),
  U1(1, true, b -> Byte.toUnsignedInt(b.get())),
  U2(2, true, b -> Short.toUnsignedInt(b.getShort())),
  U4(4, false, b -> Integer.toUnsignedLong(b.getInt())),
  U8(8, false, b -> exact(b.getLong(), true));

  /** Up to here every whole number is a float64. */
  private static final long EXACT = 1L << 53;

  private final int bytes;
  private final boolean withinFloat;

  @SuppressWarnings("ImmutableEnumChecker") // functions without state
  private final ToDoubleFunction<ByteBuffer> next;

  ResponseType(int bytes, boolean withinFloat, ToDoubleFunction<ByteBuffer> next) {
    this.bytes = bytes;
    this.withinFloat = withinFloat;
    this.next = next;
  }

  static Optional<ResponseType> of(String code) {
    return Arrays.stream(values()).filter(t -> t.code().equals(code)).findFirst();
  }

  /** All codes, in words. */
  static String codes() {
    return Arrays.stream(values()).map(ResponseType::code).collect(Collectors.joining(", "));
  }

  int bytes() {
    return bytes;
  }

  /** Whether every value is a float32 too. */
  boolean withinFloat() {
    return withinFloat;
  }

  /**
   * Takes the next element.
   *
   * @throws ArithmeticException if it is a whole number that float64 would round
   */
  double next(ByteBuffer buffer) {
    return next.applyAsDouble(buffer);
  }

  private String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static double exact(long bits, boolean unsigned) {
    boolean tooLarge = bits > EXACT || (unsigned ? bits < 0 : bits < -EXACT);
    if (tooLarge) {
      throw new ArithmeticException(unsigned ? Long.toUnsignedString(bits) : Long.toString(bits));
    }
    return bits;
  }
}
