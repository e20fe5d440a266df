package io.chiasm.networks.graph;

import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.Locale;

/** Refuses a tensor whose numbers are elsewhere, or not as many as its extents say. */
final class TensorCheck {
  private TensorCheck() {}

  static void check(TensorProto tensor, String role) {
    String name = role + " '" + tensor.getName() + "'";
    if (ExternalData.isOutside(tensor)) {
      throw new BadGraphException(
          name + " is kept in another file, and these bytes come without a folder");
    }
    requireLength(tensor, type(tensor, name), elements(tensor, name), name);
  }

  /** Bytes of the tensor's numbers by its extents, stored raw. */
  static long bytes(TensorProto tensor, String name) {
    return rawBytes(type(tensor, name), elements(tensor, name));
  }

  private static DataType type(TensorProto tensor, String name) {
    DataType type = DataType.forNumber(tensor.getDataType());
    if (type == null || type == DataType.UNDEFINED) {
      throw new BadGraphException(
          name + " has element type " + tensor.getDataType() + ", which is not known");
    }
    return type;
  }

  private static long elements(TensorProto tensor, String name) {
    long product = 1;
    for (long extent : tensor.getDimsList()) {
      // An array of Java has at most 2^31 elements.
      if (extent < 0 || (product = product * Math.min(extent, 1L << 31)) > 1L << 31) {
        throw new BadGraphException(name + " has impossible extents " + tensor.getDimsList());
      }
    }
    return product;
  }

  private static void requireLength(TensorProto tensor, DataType type, long elements, String name) {
    long needed = tensor.hasRawData() ? rawBytes(type, elements) : typedCount(type, elements);
    long found = tensor.hasRawData() ? tensor.getRawData().size() : typedLength(tensor, type);
    if (needed != found) {
      throw new BadGraphException(
          String.format(
              Locale.ROOT,
              "%s of extents %s needs %d %s, but the file has %d",
              name,
              tensor.getDimsList(),
              needed,
              tensor.hasRawData() ? "bytes" : "numbers",
              found));
    }
  }

  private static long rawBytes(DataType type, long elements) {
    return switch (type) {
      case INT4, UINT4 -> (elements + 1) / 2;
      case INT8, UINT8, BOOL, FLOAT8E4M3FN, FLOAT8E4M3FNUZ, FLOAT8E5M2, FLOAT8E5M2FNUZ -> elements;
      case INT16, UINT16, FLOAT16, BFLOAT16 -> elements * 2;
      case FLOAT, INT32, UINT32 -> elements * 4;
      case DOUBLE, INT64, UINT64, COMPLEX64 -> elements * 8;
      case COMPLEX128 -> elements * 16;
      case STRING, UNDEFINED -> throw new BadGraphException("raw data of element type " + type);
    };
  }

  private static long typedCount(DataType type, long elements) {
    return switch (type) {
      case INT4, UINT4 -> (elements + 1) / 2;
      case COMPLEX64, COMPLEX128 -> elements * 2;
      default -> elements;
    };
  }

  private static long typedLength(TensorProto tensor, DataType type) {
    return switch (type) {
      case FLOAT, COMPLEX64 -> tensor.getFloatDataCount();
      case DOUBLE, COMPLEX128 -> tensor.getDoubleDataCount();
      case INT64 -> tensor.getInt64DataCount();
      case UINT32, UINT64 -> tensor.getUint64DataCount();
      case STRING -> tensor.getStringDataCount();
      default -> tensor.getInt32DataCount();
    };
  }
}
