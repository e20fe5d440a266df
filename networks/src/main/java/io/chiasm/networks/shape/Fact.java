package io.chiasm.networks.shape;

import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.chiasm.networks.graph.BadGraphException;
import io.chiasm.networks.graph.NumberKind;
import io.chiasm.networks.graph.TensorContent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known about one tensor without running the network.
 *
 * @param dims extents, first axis first; null if unknown
 * @param map where it keeps image positions; null if it keeps none, or nobody knows where
 * @param mixing whether its values depend on more than their receptive field
 * @param fromImage whether its values depend on the image at all
 * @param type ONNX number of the element type; 0 if unknown
 * @param values its values, where they are few, whole and known, as those of shapes are
 * @param unknown why the extents are unknown; empty if they are known
 * @param folded what it was before reshapes took its positions apart; null if nothing did
 */
record Fact(
    @Nullable List<Dim> dims,
    @Nullable FeatureMap map,
    Mixing mixing,
    boolean fromImage,
    int type,
    @Nullable List<Dim> values,
    String unknown,
    @Nullable Fact folded) {
  /** Windowed attention needs eight axes; numpy had 32. */
  private static final int MAX_RANK = 32;

  /** Shapes have few numbers; longer tensors are weights. */
  private static final int MAX_VALUES = 64;

  /** A tensor of these extents that nothing else is known about. */
  static Fact of(List<Dim> dims) {
    if (dims.size() > MAX_RANK) {
      throw new BadGraphException(
          "a tensor of " + dims.size() + " axes; " + MAX_RANK + " are allowed");
    }
    return new Fact(List.copyOf(dims), null, Mixing.LOCAL, false, 0, null, "", null);
  }

  static Fact unknown(String why) {
    return new Fact(null, null, Mixing.LOCAL, false, 0, null, why, null);
  }

  /** Whole numbers, one axis. */
  static Fact ofValues(List<Dim> values) {
    return of(List.of(Dim.of(values.size()))).withType(DataType.INT64_VALUE).withValues(values);
  }

  /** A constant of the file. */
  static Fact of(TensorProto tensor) {
    Fact fact =
        of(tensor.getDimsList().stream().map(Dim::of).toList()).withType(tensor.getDataType());
    boolean readable =
        TensorContent.isIntegral(tensor) && TensorContent.elements(tensor) <= MAX_VALUES;
    return readable
        ? fact.withValues(TensorContent.integers(tensor).stream().map(Dim::of).toList())
        : fact;
  }

  Fact withMap(@Nullable FeatureMap to) {
    return new Fact(dims, to, mixing, fromImage, type, values, unknown, folded);
  }

  Fact withMixing(Mixing to) {
    return new Fact(dims, map, to, fromImage, type, values, unknown, folded);
  }

  Fact withFromImage(boolean to) {
    return new Fact(dims, map, mixing, to, type, values, unknown, folded);
  }

  Fact withType(int to) {
    return new Fact(dims, map, mixing, fromImage, to, values, unknown, folded);
  }

  Fact withValues(@Nullable List<Dim> to) {
    List<Dim> few = to == null || to.size() > MAX_VALUES ? null : to;
    return new Fact(dims, map, mixing, fromImage, type, few, unknown, folded);
  }

  Fact withFolded(@Nullable Fact to) {
    return new Fact(dims, map, mixing, fromImage, type, values, unknown, to);
  }

  /** Whether its elements are fractions. */
  boolean isReal() {
    return NumberKind.isReal(type);
  }
}
