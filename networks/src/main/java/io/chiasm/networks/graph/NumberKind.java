package io.chiasm.networks.graph;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.Locale;
import java.util.Set;

/** Element types of tensors, as ONNX numbers. */
public final class NumberKind {
  private static final Set<DataType> REAL =
      Set.of(DataType.FLOAT, DataType.FLOAT16, DataType.BFLOAT16, DataType.DOUBLE);

  private NumberKind() {}

  /** Whether elements are fractions of any precision, which all are read as float32. */
  public static boolean isReal(int type) {
    DataType known = DataType.forNumber(type);
    return known != null && REAL.contains(known);
  }

  /** Lower-case name of a type, such as {@code float16}. */
  public static String name(int type) {
    DataType known = DataType.forNumber(type);
    if (known == null || known == DataType.UNDEFINED) {
      return "of unknown type";
    }
    return switch (known) {
      case FLOAT -> "float32";
      case DOUBLE -> "float64";
      default -> known.name().toLowerCase(Locale.ROOT);
    };
  }
}
