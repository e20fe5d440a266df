package io.chiasm.networks.checkpoint;

import io.chiasm.contracts.tensor.HalfFloat;
import java.nio.ByteBuffer;
import java.util.Arrays;
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
  BOOL("BOOL", "BoolStorage", Byte.BYTES);

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
    return Arrays.stream(values()).filter(t -> t.torch.equals(storage)).findFirst();
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
    };
  }
}
