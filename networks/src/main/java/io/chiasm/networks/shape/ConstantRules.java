package io.chiasm.networks.shape;

import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.chiasm.networks.graph.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Operators that make constants, and those that turn shapes into numbers and back. */
final class ConstantRules {
  private ConstantRules() {}

  static void addTo(Map<String, Rule> rules) {
    rules.put("Constant", c -> constant(c.node()));
    rules.put("ConstantOfShape", ConstantRules::filled);
    rules.put("Shape", ConstantRules::shape);
    rules.put("Expand", ConstantRules::expand);
  }

  private static Fact constant(Node node) {
    Optional<TensorProto> tensor = node.tensor("value");
    if (tensor.isPresent()) {
      return Fact.of(tensor.get());
    }
    if (node.has("value_int")) {
      List<Dim> value = List.of(Dim.of(node.integer("value_int", 0)));
      return Fact.of(List.of()).withType(DataType.INT64_VALUE).withValues(value);
    }
    if (node.has("value_ints")) {
      List<Long> values = node.integers("value_ints").orElse(List.of());
      return Fact.ofValues(values.stream().map(Dim::of).toList());
    }
    if (node.has("value_float")) {
      return Fact.of(List.of()).withType(DataType.FLOAT_VALUE);
    }
    return Fact.unknown("constants of this kind are not followed");
  }

  private static Fact filled(Call call) {
    int type =
        call.node().tensor("value").map(TensorProto::getDataType).orElse(DataType.FLOAT_VALUE);
    List<Dim> dims = call.in(0).values();
    return dims == null
        ? Fact.unknown("its extents are computed").withType(type)
        : Fact.of(dims).withType(type);
  }

  private static Fact shape(Call call) {
    List<Dim> dims = call.dims(0);
    int start = Math.max(0, Math.min(dims.size(), position(call, "start", 0)));
    int end = Math.max(start, Math.min(dims.size(), position(call, "end", dims.size())));
    return Fact.ofValues(dims.subList(start, end));
  }

  private static int position(Call call, String attribute, long otherwise) {
    long given = call.node().integer(attribute, otherwise);
    long counted = given < 0 ? given + call.rank(0) : given;
    return (int) Math.max(0, Math.min(Integer.MAX_VALUE, counted));
  }

  private static Fact expand(Call call) {
    List<Dim> target = call.in(1).values();
    if (target == null) {
      return Fact.unknown("its extents are computed").withType(call.in(0).type());
    }
    List<Dim> dims = new ArrayList<>(Broadcast.shape(call.dims(0), target));
    Fact result = Fact.of(dims).withType(call.in(0).type());
    return dims.equals(call.dims(0)) ? result.withMap(call.in(0).map()) : result;
  }
}
