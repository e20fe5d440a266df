package io.chiasm.dataset.algonauts;

import io.chiasm.contracts.tensor.ElementType;
import io.chiasm.contracts.tensor.HalfFloat;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The element types that responses come in, each with how one is read. */
enum ResponseType {
  F4(ElementType.FLOAT32, ByteBuffer::getFloat),
  F8(ElementType.FLOAT64, ByteBuffer::getDouble),
  F2(ElementType.FLOAT16, b -> HalfFloat.toFloat(b.getShort())),
  I1(ElementType.INT8, ByteBuffer::get),
  I2(ElementType.INT16, ByteBuffer::getShort),
  I4(ElementType.INT32, ByteBuffer::getInt),
  I8(ElementType.INT64, b -> exact(b.getLong(), false)),
  U1(ElementType.UINT8, b -> Byte.toUnsignedInt(b.get())),
  U2(ElementType.UINT16, b -> Short.toUnsignedInt(b.getShort())),
  U4(ElementType.UINT32, b -> Integer.toUnsignedLong(b.getInt())),
  U8(ElementType.UINT64, b -> exact(b.getLong(), true));

  /** Up to here every whole number is a float64. */
  private static final long EXACT = 1L << 53;

  private final ElementType type;

  @SuppressWarnings("ImmutableEnumChecker") // functions without state
  private final ToDoubleFunction<ByteBuffer> next;

  ResponseType(ElementType type, ToDoubleFunction<ByteBuffer> next) {
    this.type = type;
    this.next = next;
  }

  static Optional<ResponseType> of(ElementType type) {
    return Arrays.stream(values()).filter(t -> t.type == type).findFirst();
  }

  /** All codes, in words. */
  static String codes() {
    return Arrays.stream(values()).map(t -> t.type.code()).collect(Collectors.joining(", "));
  }

  /**
   * Takes the next element.
   *
   * @throws ArithmeticException if it is a whole number that float64 would round
   */
  double next(ByteBuffer buffer) {
    return next.applyAsDouble(buffer);
  }

  private static double exact(long bits, boolean unsigned) {
    boolean tooLarge = bits > EXACT || (unsigned ? bits < 0 : bits < -EXACT);
    if (tooLarge) {
      throw new ArithmeticException(unsigned ? Long.toUnsignedString(bits) : Long.toString(bits));
    }
    return bits;
  }
}
