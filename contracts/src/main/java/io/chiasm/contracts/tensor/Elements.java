package io.chiasm.contracts.tensor;

import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;

/**
 * Turns the bytes of numpy's element types into Java numbers, a block at a time. Conversions round
 * once, to the nearest, as numpy's {@code astype} does.
 */
final class Elements {
  private Elements() {}

  /** Where decoded blocks go: {@code count} elements from {@code raw}, to position {@code at}. */
  interface Sink {
    void accept(ByteBuffer raw, int at, int count);
  }

  static void toFloats(ElementType type, ByteBuffer raw, float[] to, int at, int count) {
    switch (type) {
      case FLOAT32:
        raw.asFloatBuffer().get(to, at, count);
        break;
      case FLOAT64:
        DoubleBuffer doubles = raw.asDoubleBuffer();
        for (int i = 0; i < count; i++) {
          to[at + i] = (float) doubles.get(i);
        }
        break;
      case FLOAT16:
        for (int i = 0; i < count; i++) {
          to[at + i] = HalfFloat.toFloat(raw.getShort(2 * i));
        }
        break;
      case UINT64:
        for (int i = 0; i < count; i++) {
          to[at + i] = unsignedToFloat(raw.getLong(8 * i));
        }
        break;
      default:
        for (int i = 0; i < count; i++) {
          to[at + i] = (float) whole(type, raw, i);
        }
    }
  }

  static void toDoubles(ElementType type, ByteBuffer raw, double[] to, int at, int count) {
    switch (type) {
      case FLOAT64:
        raw.asDoubleBuffer().get(to, at, count);
        break;
      case FLOAT32:
        for (int i = 0; i < count; i++) {
          to[at + i] = raw.getFloat(4 * i);
        }
        break;
      case FLOAT16:
        for (int i = 0; i < count; i++) {
          to[at + i] = HalfFloat.toFloat(raw.getShort(2 * i));
        }
        break;
      case UINT64:
        for (int i = 0; i < count; i++) {
          to[at + i] = unsignedToDouble(raw.getLong(8 * i));
        }
        break;
      default:
        for (int i = 0; i < count; i++) {
          to[at + i] = (double) whole(type, raw, i);
        }
    }
  }

  /** Whole numbers; unsigned 64-bit ones come as their bits. */
  static void toLongs(ElementType type, ByteBuffer raw, long[] to, int at, int count) {
    if (type.bytes() == Long.BYTES) {
      raw.asLongBuffer().get(to, at, count);
      return;
    }
    for (int i = 0; i < count; i++) {
      to[at + i] = whole(type, raw, i);
    }
  }

  /** The element at {@code index} of an integral type. */
  private static long whole(ElementType type, ByteBuffer raw, int index) {
    return switch (type) {
      case BOOL -> raw.get(index) == 0 ? 0 : 1;
      case INT8 -> raw.get(index);
      case UINT8 -> Byte.toUnsignedLong(raw.get(index));
      case INT16 -> raw.getShort(2 * index);
      case UINT16 -> Short.toUnsignedLong(raw.getShort(2 * index));
      case INT32 -> raw.getInt(4 * index);
      case UINT32 -> Integer.toUnsignedLong(raw.getInt(4 * index));
      case INT64, UINT64 -> raw.getLong(8 * index);
      case FLOAT16, FLOAT32, FLOAT64, COMPLEX64, COMPLEX128 ->
          throw new IllegalArgumentException(type + " is not a whole number");
    };
  }

  /** The lost lowest bit is kept as a sticky bit, so that rounding happens once. */
  private static float unsignedToFloat(long bits) {
    return bits >= 0 ? (float) bits : 2 * (float) ((bits >>> 1) | (bits & 1));
  }

  private static double unsignedToDouble(long bits) {
    return bits >= 0 ? (double) bits : 2 * (double) ((bits >>> 1) | (bits & 1));
  }
}
