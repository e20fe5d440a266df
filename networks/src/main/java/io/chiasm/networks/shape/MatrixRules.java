package io.chiasm.networks.shape;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.chiasm.networks.graph.BadGraphException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Matrix products. */
final class MatrixRules {
  private MatrixRules() {}

  static void addTo(Map<String, Rule> rules) {
    rules.put("Gemm", MatrixRules::gemm);
    rules.put("MatMul", MatrixRules::matMul);
    rules.put("MatMulInteger", c -> matMul(c).withType(DataType.INT32_VALUE));
  }

  private static Fact gemm(Call call) {
    if (call.rank(0) != 2 || call.rank(1) != 2) {
      throw new BadGraphException(
          "needs two matrices, got extents " + call.dims(0) + " and " + call.dims(1));
    }
    int across = call.node().integer("transA", 0) != 0 ? 0 : 1;
    int down = call.node().integer("transB", 0) != 0 ? 1 : 0;
    requireEqual(call.dims(0).get(across), call.dims(1).get(down), call);
    List<Dim> dims = List.of(call.dims(0).get(1 - across), call.dims(1).get(1 - down));
    return contracted(call, Fact.of(dims), across, down);
  }

  private static Fact matMul(Call call) {
    int left = call.rank(0);
    int right = call.rank(1);
    if (left < 2 || right < 2) {
      return Fact.unknown("products with vectors are not followed").withType(call.in(0).type());
    }
    List<Dim> a = call.dims(0);
    List<Dim> b = call.dims(1);
    requireEqual(a.get(left - 1), b.get(right - 2), call);
    List<Dim> dims =
        new ArrayList<>(Broadcast.shape(a.subList(0, left - 2), b.subList(0, right - 2)));
    dims.add(a.get(left - 2));
    dims.add(b.get(right - 1));
    return contracted(call, Fact.of(dims), left - 1, right - 2);
  }

  private static void requireEqual(Dim a, Dim b, Call call) {
    if (!a.fits(b)) {
      throw new BadGraphException(
          "matrices of extents " + call.dims(0) + " and " + call.dims(1) + " do not fit together");
    }
  }

  /** Summing over channels keeps a map; summing over positions makes every value global. */
  private static Fact contracted(Call call, Fact product, int leftAxis, int rightAxis) {
    Fact result = product.withType(call.in(0).type());
    boolean left = call.in(0).fromImage();
    boolean right = call.in(1).fromImage();
    if (left && right) {
      return result.withMixing(Mixing.GLOBAL);
    }
    if (!left && !right) {
      return result;
    }
    Fact image = left ? call.in(0) : call.in(1);
    return summed(image, left ? leftAxis : rightAxis, call.rank(left ? 0 : 1), result);
  }

  private static Fact summed(Fact image, int axis, int rank, Fact result) {
    FeatureMap map = image.map();
    if (map == null) {
      // Positions were folded away; in a matrix [image, feature] they are all summed.
      return result.withMixing(rank == 2 ? Mixing.GLOBAL : Mixing.UNKNOWN);
    }
    if (map.uses(axis)) {
      return result.withMixing(Mixing.GLOBAL);
    }
    boolean sameRank = result.dims() != null && result.dims().size() == rank;
    return sameRank ? result.withMap(map) : result.withMixing(Mixing.UNKNOWN);
  }
}
