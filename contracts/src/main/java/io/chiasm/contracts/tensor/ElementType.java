package io.chiasm.contracts.tensor;

import java.util.Arrays;

/** numpy's numeric element types. */
public enum ElementType {
  BOOL("b1", 1),
  INT8("i1", 1),
  INT16("i2", 2),
  INT32("i4", 4),
  INT64("i8", 8),
  UINT8("u1", 1),
  UINT16("u2", 2),
  UINT32("u4", 4),
  UINT64("u8", 8),
  FLOAT16("f2", 2),
  FLOAT32("f4", 4),
  FLOAT64("f8", 8),
  COMPLEX64("c8", 8),
  COMPLEX128("c16", 16);

  private final String code;
  private final int bytes;

  ElementType(String code, int bytes) {
    this.code = code;
    this.bytes = bytes;
  }

  /** numpy's type code without byte order, such as {@code f4}. */
  public String code() {
    return code;
  }

  /** Bytes of one element. */
  public int bytes() {
    return bytes;
  }

  /** Whether every value is a whole number (booleans count as 0 and 1). */
  public boolean integral() {
    return compareTo(FLOAT16) < 0;
  }

  /** Whether every value is a float32 too. */
  public boolean withinFloat() {
    return switch (this) {
      case BOOL, INT8, INT16, UINT8, UINT16, FLOAT16, FLOAT32 -> true;
      case INT32, INT64, UINT32, UINT64, FLOAT64, COMPLEX64, COMPLEX128 -> false;
    };
  }

  /**
   * The type with this code.
   *
   * @throws IllegalArgumentException if numpy has no numeric type of that code
   */
  public static ElementType of(String code) {
    return Arrays.stream(values())
        .filter(t -> t.code.equals(code))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("element type '" + code + "' is not numeric"));
  }
}
