package io.chiasm.networks.shape;

import ai.onnx.proto.OnnxMl.AttributeProto;
import io.chiasm.networks.graph.Node;
import java.util.List;
import java.util.Map;

/** Operators that look at windows of the axes from the third on. */
final class WindowImages {
  private WindowImages() {}

  static void addTo(Map<String, ImagesRule> rules) {
    for (String op :
        List.of("Conv", "ConvTranspose", "ConvInteger", "QLinearConv", "com.microsoft.FusedConv")) {
      rules.put(op, WindowImages::convolution);
    }
    for (String op :
        List.of(
            "MaxPool",
            "AveragePool",
            "LpPool",
            "GlobalAveragePool",
            "GlobalMaxPool",
            "GlobalLpPool")) {
      rules.put(op, WindowImages::pool);
    }
    rules.put("DepthToSpace", WindowImages::convolution);
    rules.put("SpaceToDepth", WindowImages::convolution);
    rules.put("Resize", c -> resize(c, c.call().opset() < 11 ? 1 : 2));
    rules.put("Upsample", c -> resize(c, 1));
  }

  /** Sums over axis 1 and windows, by the same weights for every image. */
  private static Images convolution(ImagesCall call) {
    call.requireAbsentFrom(1);
    call.require(call.apart(0).axis() == 0);
    return call.apart(0);
  }

  /** Every matrix by itself; indices of maxima count through the whole tensor. */
  private static Images pool(ImagesCall call) {
    call.require(call.apart(0).axis() < 2 && call.call().output() == 0);
    return call.apart(0);
  }

  private static Images resize(ImagesCall call, int factors) {
    Images in = call.apart(0);

    int at = position(call, in.axis());
    if (at < 0) {
      return in;
    }
    call.require(call.node().text("keep_aspect_ratio_policy", "stretch").equals("stretch"));
    call.require(!call.node().text("coordinate_transformation_mode", "").startsWith("tf_crop"));
    if (call.call().has(3)) {
      List<Dim> sizes = call.call().in(3).values();
      call.require(
          sizes != null && at < sizes.size() && sizes.get(at).fits(call.extent(in.each())));
    } else {
      List<Float> scales = call.call().has(factors) ? call.floats(factors) : scales(call.node());
      call.require(at < scales.size() && scales.get(at) == 1f);
    }
    return in;
  }

  /** Where the factors of the images' axis stand; -1 if it has none. */
  private static int position(ImagesCall call, int axis) {
    return call.node()
        .integers("axes")
        .map(axes -> axes.stream().map(a -> Call.axis(a, call.rank(0))).toList().indexOf(axis))
        .orElse(axis);
  }

  private static List<Float> scales(Node node) {
    return node.proto().getAttributeList().stream()
        .filter(a -> a.getName().equals("scales"))
        .findFirst()
        .map(AttributeProto::getFloatsList)
        .orElse(List.of());
  }
}
