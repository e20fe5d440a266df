package io.chiasm.networks.shape;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.chiasm.networks.graph.BadGraphException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** Operators that work on every element by itself, with numpy's broadcasting. */
final class PointwiseRules {
  private static final List<String> UNARY =
      List.of(
          "Relu",
          "LeakyRelu",
          "PRelu",
          "Elu",
          "Selu",
          "Celu",
          "Gelu",
          "Mish",
          "Clip",
          "Sigmoid",
          "HardSigmoid",
          "HardSwish",
          "Swish",
          "Tanh",
          "Softplus",
          "Softsign",
          "ThresholdedRelu",
          "Erf",
          "Exp",
          "Log",
          "Sqrt",
          "Reciprocal",
          "Abs",
          "Neg",
          "Sign",
          "Floor",
          "Ceil",
          "Round",
          "Sin",
          "Cos",
          "Dropout",
          "BatchNormalization",
          "LRN");

  private static final List<String> BROADCAST = List.of("Pow", "Min", "Max", "Mean", "Sum", "Mod");

  private static final List<String> COMPARING =
      List.of("Equal", "Greater", "GreaterOrEqual", "Less", "LessOrEqual", "And", "Or", "Xor");

  private PointwiseRules() {}

  static void addTo(Map<String, Rule> rules) {
    UNARY.forEach(op -> rules.put(op, PointwiseRules::unary));
    BROADCAST.forEach(op -> rules.put(op, PointwiseRules::broadcast));
    COMPARING.forEach(op -> rules.put(op, c -> broadcast(c).withType(DataType.BOOL_VALUE)));
    rules.put("Add", c -> arithmetic(c, Dim::plus));
    rules.put("Sub", c -> arithmetic(c, Dim::minus));
    rules.put("Mul", c -> arithmetic(c, Dim::times));
    rules.put("Div", c -> arithmetic(c, Dim::over));
    rules.put("Identity", PointwiseRules::same);
    rules.put("Cast", c -> same(c).withType((int) c.node().integer("to", 0)));
    rules.put("Not", c -> unary(c).withType(DataType.BOOL_VALUE));
    rules.put("QuantizeLinear", PointwiseRules::quantised);
    rules.put("DynamicQuantizeLinear", PointwiseRules::dynamicallyQuantised);
    rules.put("DequantizeLinear", c -> unary(c).withType(c.in(1).type()));
    rules.put("Where", c -> broadcast(c).withType(c.in(1).type()));
  }

  private static Fact quantised(Call call) {
    return unary(call).withType(call.has(2) ? call.in(2).type() : DataType.UINT8_VALUE);
  }

  /** The numbers, their scale and their zero point. */
  private static Fact dynamicallyQuantised(Call call) {
    return switch (call.output()) {
      case 0 -> unary(call).withType(DataType.UINT8_VALUE);
      case 1 -> Fact.of(List.of()).withType(DataType.FLOAT_VALUE);
      default -> Fact.of(List.of()).withType(DataType.UINT8_VALUE);
    };
  }

  private static Fact same(Call call) {
    return unary(call).withValues(call.in(0).values());
  }

  private static Fact unary(Call call) {
    Fact in = call.in(0);
    return Fact.of(call.dims(0)).withMap(in.map()).withType(in.type());
  }

  private static Fact arithmetic(Call call, BinaryOperator<Dim> on) {
    Fact result = broadcast(call);
    List<Dim> left = call.in(0).values();
    List<Dim> right = call.in(1).values();
    return left == null || right == null
        ? result
        : result.withValues(Broadcast.combined(left, right, on));
  }

  static Fact broadcast(Call call) {
    List<Dim> dims = call.dims(0);
    for (Fact input : call.inputs()) {
      dims = Broadcast.shape(dims, requireDims(input));
    }
    Fact result = Fact.of(dims).withType(call.in(0).type());
    return withMaps(result, dims, call.inputs());
  }

  private static List<Dim> requireDims(Fact input) {
    if (input.dims() == null) {
      throw new BadGraphException("an input has no known extents");
    }
    return input.dims();
  }

  /** The common map of the inputs that have one as large as the result. */
  private static Fact withMaps(Fact result, List<Dim> dims, List<Fact> inputs) {
    List<FeatureMap> maps = new ArrayList<>();
    Mixing mixing = Mixing.LOCAL;
    for (Fact input : inputs) {
      FeatureMap aligned = aligned(input, dims.size());
      if (aligned != null && sameExtents(input, dims, aligned)) {
        maps.add(aligned);
      } else if (aligned != null) {
        // One position is spread over all.
        mixing = Mixing.GLOBAL;
      }
    }
    return Maps.joined(result.withMixing(mixing), maps);
  }

  private static @Nullable FeatureMap aligned(Fact input, int rank) {
    FeatureMap map = input.map();
    if (map == null) {
      return null;
    }
    int shift = rank - requireDims(input).size();
    return map.withAxes(map.rowAxis() + shift, map.columnAxis() + shift);
  }

  private static boolean sameExtents(Fact input, List<Dim> dims, FeatureMap aligned) {
    List<Dim> own = requireDims(input);
    int shift = dims.size() - own.size();
    return own.get(aligned.rowAxis() - shift).fits(dims.get(aligned.rowAxis()))
        && own.get(aligned.columnAxis() - shift).fits(dims.get(aligned.columnAxis()));
  }
}
