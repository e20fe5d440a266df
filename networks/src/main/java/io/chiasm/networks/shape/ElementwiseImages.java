package io.chiasm.networks.shape;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Operators whose elements depend on the elements at the same place alone. */
final class ElementwiseImages {
  private static final List<String> OPERATORS =
      List.of(
          "Abs",
          "Acos",
          "Acosh",
          "Add",
          "And",
          "Asin",
          "Asinh",
          "Atan",
          "Atanh",
          "BitShift",
          "BitwiseAnd",
          "BitwiseNot",
          "BitwiseOr",
          "BitwiseXor",
          "Cast",
          "Ceil",
          "Celu",
          "Clip",
          "Cos",
          "Cosh",
          "Div",
          "Elu",
          "Equal",
          "Erf",
          "Exp",
          "Floor",
          "Gelu",
          "Greater",
          "GreaterOrEqual",
          "HardSigmoid",
          "HardSwish",
          "Identity",
          "IsInf",
          "IsNaN",
          "LeakyRelu",
          "Less",
          "LessOrEqual",
          "Log",
          "Max",
          "Mean",
          "Min",
          "Mish",
          "Mod",
          "Mul",
          "Neg",
          "Not",
          "Or",
          "PRelu",
          "Pow",
          "Reciprocal",
          "Relu",
          "Round",
          "Selu",
          "Shrink",
          "Sigmoid",
          "Sign",
          "Sin",
          "Sinh",
          "Softplus",
          "Softsign",
          "Sqrt",
          "Sub",
          "Sum",
          "Swish",
          "Tan",
          "Tanh",
          "ThresholdedRelu",
          "Where",
          "Xor",
          "com.microsoft.Gelu",
          "com.microsoft.QuickGelu");

  private ElementwiseImages() {}

  static void addTo(Map<String, ImagesRule> rules) {
    OPERATORS.forEach(op -> rules.put(op, ElementwiseImages::broadcast));
    rules.put("CastLike", c -> c.apart(0));
    rules.put("Dropout", ElementwiseImages::dropout);
    rules.put("BatchNormalization", c -> channelwise(c, c.apart(0).axis() != 1));
    rules.put("LRN", c -> channelwise(c, c.apart(0).axis() != 1));
    rules.put("QuantizeLinear", ElementwiseImages::quantised);
    rules.put("DequantizeLinear", ElementwiseImages::quantised);
  }

  /** As numpy broadcasts: axes are matched from the last. */
  static Images broadcast(ImagesCall call) {
    Images only = onlyOneWithSingles(call);
    if (only != null) {
      return only;
    }
    call.result();
    int rank = 0;
    for (int i = 0; i < call.inputs(); i++) {
      rank = call.call().has(i) ? Math.max(rank, call.rank(i)) : rank;
    }
    Images common = null;
    for (int i = 0; i < call.inputs(); i++) {
      if (call.in(i).apart()) {
        Images own = call.in(i).along(call.in(i).axis() + rank - call.rank(i));
        call.require(common == null || common.equals(own));
        common = own;
      } else {
        call.require(call.in(i).absent());
      }
    }
    Images found = common == null ? call.apart(0) : common;
    requireConstantsAlike(call, found, rank);
    return found;
  }

  /** The input with images, where all others are single numbers and no extent matters. */
  private static @Nullable Images onlyOneWithSingles(ImagesCall call) {
    Images only = null;
    for (int i = 0; i < call.inputs(); i++) {
      if (call.in(i).apart() && only == null) {
        only = call.in(i);
      } else if (call.call().has(i) && !call.single(i)) {
        return null;
      }
    }
    return only;
  }

  /** Constants must not differ from image to image. */
  private static void requireConstantsAlike(ImagesCall call, Images images, int rank) {
    for (int i = 0; i < call.inputs(); i++) {
      if (call.call().has(i) && call.in(i).absent()) {
        int own = images.axis() - (rank - call.rank(i));
        call.require(own < 0 || call.dims(i).get(own).isOne());
      }
    }
  }

  /** Left out in evaluation, so its mask is true everywhere. */
  private static Images dropout(ImagesCall call) {
    return call.apart(0);
  }

  /** Numbers per channel, which is axis 1, or per element of an image. */
  private static Images channelwise(ImagesCall call, boolean apart) {
    call.require(apart && call.call().output() == 0);
    call.requireAbsentFrom(1);
    return call.apart(0);
  }

  /** Fixed scales and zero points, one or one per position of an axis. */
  private static Images quantised(ImagesCall call) {
    Images in = call.apart(0);
    call.requireAbsentFrom(1);
    for (int i = 1; i < call.inputs(); i++) {
      if (call.call().has(i) && !call.single(i)) {
        call.require(call.rank(i) == 1);
        call.require(call.call().axis("axis", 1, call.rank(0)) != in.axis());
      }
    }
    return in;
  }
}
