package io.chiasm.contracts.tensor;

/** IEEE 754 binary16, which Java has no type for before release 20. */
public final class HalfFloat {
  private static final int EXPONENT_SHIFT = 10;
  private static final int EXPONENT_MASK = 0x1f;
  private static final int FRACTION_MASK = 0x3ff;
  private static final int EXTRA_FRACTION_BITS = 23 - EXPONENT_SHIFT;
  private static final int EXTRA_BIAS = 127 - 15;
  private static final float SMALLEST = 0x1p-24f;

  private HalfFloat() {}

  /** Exact: every half is a float. */
  public static float toFloat(short bits) {
    int sign = (bits & 0x8000) << 16;
    int exponent = (bits >> EXPONENT_SHIFT) & EXPONENT_MASK;
    int fraction = bits & FRACTION_MASK;
    if (exponent == 0) {
      return Float.intBitsToFloat(sign | Float.floatToRawIntBits(fraction * SMALLEST));
    }
    int wide = exponent == EXPONENT_MASK ? 0xff : exponent + EXTRA_BIAS;
    return Float.intBitsToFloat(sign | wide << 23 | fraction << EXTRA_FRACTION_BITS);
  }
}
