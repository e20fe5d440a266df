package io.chiasm.networks.shape;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.chiasm.networks.graph.BadGraphException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Convolutions and pools. */
final class WindowRules {
  private WindowRules() {}

  static void addTo(Map<String, Rule> rules) {
    rules.put("Conv", WindowRules::convolution);
    rules.put("ConvInteger", c -> convolution(c).withType(DataType.INT32_VALUE));
    rules.put("MaxPool", WindowRules::pool);
    rules.put("AveragePool", WindowRules::pool);
    rules.put("LpPool", WindowRules::pool);
    rules.put("GlobalAveragePool", WindowRules::globalPool);
    rules.put("GlobalMaxPool", WindowRules::globalPool);
    rules.put("GlobalLpPool", WindowRules::globalPool);
  }

  private static Fact convolution(Call call) {
    List<Dim> in = requireSpatial(call.dims(0));
    List<Long> weights = call.dims(1).stream().map(Dim::fixed).toList();
    if (weights.size() != in.size()) {
      throw new BadGraphException("weights " + weights + " do not fit input " + in);
    }
    long needed = Math.multiplyExact(weights.get(1), call.node().integer("group", 1));
    if (in.get(1).fixed() != needed) {
      throw new BadGraphException(
          String.format(
              Locale.ROOT,
              "weights %s need %d channels, the input has %s",
              weights,
              needed,
              in.get(1)));
    }
    return windowed(call, weights.get(0), weights.subList(2, weights.size()));
  }

  private static Fact pool(Call call) {
    List<Dim> in = requireSpatial(call.dims(0));
    List<Long> kernel = call.node().integers("kernel_shape").orElse(List.of());
    if (kernel.size() != in.size() - 2) {
      throw new BadGraphException("kernel_shape " + kernel + " does not fit input " + in);
    }
    return windowed(call, in.get(1).fixed(), kernel);
  }

  private static List<Dim> requireSpatial(List<Dim> dims) {
    if (dims.size() < 3) {
      throw new BadGraphException("input " + dims + " has no spatial axis");
    }
    return dims;
  }

  private static Fact windowed(Call call, long channels, List<Long> kernel) {
    List<Dim> in = call.dims(0);
    List<Long> extents = in.subList(2, in.size()).stream().map(Dim::fixed).toList();
    List<Window> windows = Window.of(call.node(), kernel, extents);
    boolean ceiling = call.node().integer("ceil_mode", 0) != 0;
    List<Dim> dims = new ArrayList<>(List.of(in.get(0), Dim.of(channels)));
    for (int a = 0; a < windows.size(); a++) {
      dims.add(Dim.of(windows.get(a).count(extents.get(a), ceiling)));
    }
    Fact result = Fact.of(dims).withType(call.in(0).type());
    return seenThrough(windows, call.in(0), result);
  }

  private static Fact seenThrough(List<Window> windows, Fact in, Fact result) {
    FeatureMap map = in.map();
    if (map == null) {
      return result;
    }
    if (map.rowAxis() != 2 || map.columnAxis() != 3 || windows.size() != 2) {
      return result.withMixing(Mixing.UNKNOWN);
    }
    return result.withMap(
        new FeatureMap(
            2, 3, map.rows().through(windows.get(0)), map.columns().through(windows.get(1))));
  }

  private static Fact globalPool(Call call) {
    List<Dim> in = requireSpatial(call.dims(0));
    List<Dim> dims = new ArrayList<>(in.subList(0, 2));
    in.subList(2, in.size()).forEach(d -> dims.add(Dim.of(1)));
    return Fact.of(dims).withMixing(Mixing.GLOBAL).withType(call.in(0).type());
  }
}
