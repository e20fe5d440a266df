package io.chiasm.contracts.tensor;

import java.nio.ByteBuffer;

/** IEEE 754 binary16, which Java has no type for before release 20. */
public final class HalfFloat {
  /** The smallest magnitude that is rounded to infinity: half a step above 65504, the largest. */
  public static final float OVERFLOW = 65520;

  /** From here on a half has 11 binary digits; below ever fewer. */
  public static final float SMALLEST_NORMAL = 0x1p-14f;

  private static final int SIGN = 0x8000;
  private static final int MAGNITUDE = 0x7fff;
  private static final int INFINITY = 0x7c00;
  private static final int QUIET_NAN = 0x7e00;
  private static final int FRACTION_BITS = 10;

  private static final int FLOAT_INFINITY = 0x7f800000;
  private static final int FLOAT_FRACTION_BITS = 23;
  private static final int EXTRA_BITS = FLOAT_FRACTION_BITS - FRACTION_BITS;

  /** Between a half's exponent and the same one of a float. */
  private static final float BIAS = 0x1p112f;

  private static final int OVERFLOW_BITS = Float.floatToRawIntBits(OVERFLOW);
  private static final int LEAST_EXPONENT =
      Float.floatToRawIntBits(SMALLEST_NORMAL) >>> FLOAT_FRACTION_BITS;

  private HalfFloat() {}

  /** Exact: every half is a float. */
  public static float toFloat(short bits) {
    int sign = (bits & SIGN) << 16;
    int magnitude = (bits & MAGNITUDE) << EXTRA_BITS;
    if ((bits & INFINITY) == INFINITY) {
      return Float.intBitsToFloat(sign | FLOAT_INFINITY | magnitude);
    }
    float value = Float.intBitsToFloat(magnitude) * BIAS;
    return Float.intBitsToFloat(sign | Float.floatToRawIntBits(value));
  }

  /**
   * The nearest half, of two the even one; infinity from {@link #OVERFLOW} on, a quiet NaN for NaN.
   */
  public static short nearest(float value) {
    int bits = Float.floatToRawIntBits(value);
    int sign = (bits >>> 16) & SIGN;
    int magnitude = bits & Integer.MAX_VALUE;
    if (magnitude >= OVERFLOW_BITS) {
      return (short) (sign | (magnitude > FLOAT_INFINITY ? QUIET_NAN : INFINITY));
    }
    int exponent = Math.max(magnitude >>> FLOAT_FRACTION_BITS, LEAST_EXPONENT);
    // Beside this power of two, floats are as far apart as halves of the exponent: the sum rounds.
    int large = (exponent + EXTRA_BITS) << FLOAT_FRACTION_BITS;
    float sum = Float.intBitsToFloat(large) + Float.intBitsToFloat(magnitude);
    int steps = Float.floatToRawIntBits(sum) - large;
    return (short) (sign | (((exponent - LEAST_EXPONENT) << FRACTION_BITS) + steps));
  }

  /** Puts the nearest halves of {@code count} floats, from the one at {@code at}. */
  static void round(float[] values, int at, int count, ByteBuffer to) {
    for (int i = 0; i < count; i++) {
      to.putShort(2 * i, nearest(values[at + i]));
    }
  }
}
