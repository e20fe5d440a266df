package io.chiasm.networks.checkpoint;

import io.chiasm.contracts.tensor.HalfFloat;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Type of the numbers of a stored tensor, little-endian. */
enum NumberType {
  FLOAT64("F64", "DoubleStorage", Double.BYTES),
  FLOAT32("F32", "FloatStorage", Float.BYTES),
  FLOAT16("F16", "HalfStorage", Short.BYTES),
  BFLOAT16("BF16", "BFloat16Storage", Short.BYTES),
  INT64("I64", "LongStorage", Long.BYTES),
  INT32("I32", "IntStorage", Integer.BYTES),
  INT16("I16", "ShortStorage", Short.BYTES),
  INT8("I8", "CharStorage", Byte.BYTES),
  UINT8("U8", "ByteStorage", Byte.BYTES),
  BOOL("BOOL", "BoolStorage", Byte.BYTES),
  COMPLEX32("C32", "ComplexHalfStorage", 2 * Short.BYTES),
  COMPLEX64("C64", "ComplexFloatStorage", 2 * Float.BYTES),
  COMPLEX128("C128", "ComplexDoubleStorage", 2 * Double.BYTES),
  FLOAT8_E4M3("F8_E4M3", "", Byte.BYTES),
  FLOAT8_E5M2("F8_E5M2", "", Byte.BYTES),
  UINT16("U16", "", Short.BYTES),
  UINT32("U32", "", Integer.BYTES),
  UINT64("U64", "", Long.BYTES);

  static final String NEEDED = "which are not read as weights; F32, F16, BF16 or F64 are needed";

  private final String safetensors;
  private final String torch;
  private final int bytes;

  NumberType(String safetensors, String torch, int bytes) {
    this.safetensors = safetensors;
    this.torch = torch;
    this.bytes = bytes;
  }

  /** The type of a safetensors {@code dtype}. */
  static NumberType ofSafetensors(String name) {
    return Arrays.stream(values())
        .filter(t -> t.safetensors.equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new BadCheckpointException(
                    "holds numbers of the type '" + name + "'; F32, F16, BF16 or F64 are needed"));
  }

  /** Its safetensors {@code dtype}. */
  String safetensors() {
    return safetensors;
  }

  /** The type of a torch storage class. */
  static Optional<NumberType> ofTorch(String storage) {
    return Arrays.stream(values())
        .filter(t -> !storage.isEmpty() && t.torch.equals(storage))
        .findFirst();
  }

  /** Width of one number. */
  int bytes() {
    return bytes;
  }

  /** The number at an index, rounded to float32 where it is wider. */
  float get(ByteBuffer content, int index) {
    int at = index * bytes;
    return switch (this) {
      case FLOAT64 -> (float) content.getDouble(at);
      case FLOAT32 -> content.getFloat(at);
      case FLOAT16 -> HalfFloat.toFloat(content.getShort(at));
      case BFLOAT16 -> Float.intBitsToFloat(content.getShort(at) << 16);
      case INT64 -> content.getLong(at);
      case INT32 -> content.getInt(at);
      case INT16 -> content.getShort(at);
      case INT8 -> content.get(at);
      case UINT8, BOOL -> content.get(at) & 0xff;
      case UINT16, UINT32, UINT64, FLOAT8_E4M3, FLOAT8_E5M2, COMPLEX32, COMPLEX64, COMPLEX128 ->
          throw new BadCheckpointException("holds numbers of the type " + this + ", " + NEEDED);
    };
  }

  /** Whether weights may be of this type. */
  boolean isReal() {
    return this == FLOAT64 || this == FLOAT32 || this == FLOAT16 || this == BFLOAT16;
  }

  /** As torch and NumPy call it, such as {@code float16}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
