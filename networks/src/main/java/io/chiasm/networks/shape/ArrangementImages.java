package io.chiasm.networks.shape;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Operators that arrange the same values along other axes, in other order or repeatedly. */
final class ArrangementImages {
  private ArrangementImages() {}

  static void addTo(Map<String, ImagesRule> rules) {
    rules.put("Flatten", ArrangementImages::regrouped);
    rules.put("Reshape", ArrangementImages::regrouped);
    rules.put("Transpose", ArrangementImages::transposed);
    rules.put("Squeeze", ArrangementImages::squeezed);
    rules.put("Unsqueeze", ArrangementImages::unsqueezed);
    rules.put("Expand", ArrangementImages::expanded);
    rules.put("Tile", ArrangementImages::tiled);
  }

  /**
   * Row-major numbers in other extents. The images' numbers stay a run of positions of one axis,
   * which has as many of the numbers before it and after it per image as before.
   */
  private static Images regrouped(ImagesCall call) {
    Images in = call.apart(0);
    List<Dim> from = call.dims(0);
    List<Dim> to = call.result();
    Dim before = AxisRules.product(from.subList(0, in.axis()));
    long perImage =
        Math.multiplyExact(in.each(), fixedProduct(from.subList(in.axis() + 1, from.size())));
    for (int axis = 0; axis < to.size(); axis++) {
      long after = fixedProductOrZero(to.subList(axis + 1, to.size()));
      boolean whole = after > 0 && perImage % after == 0;
      if (whole
          && AxisRules.product(to.subList(0, axis)).fits(before)
          && to.get(axis).fits(call.extent(perImage / after))) {
        return Images.apart(axis, perImage / after);
      }
    }
    throw call.unproven();
  }

  private static long fixedProduct(List<Dim> dims) {
    return AxisRules.product(dims).fixed();
  }

  private static long fixedProductOrZero(List<Dim> dims) {
    Dim product = AxisRules.product(dims);
    return product.isCounted() ? product.fixed() : 0;
  }

  private static Images transposed(ImagesCall call) {
    Images in = call.apart(0);
    List<Long> order =
        call.node()
            .integers("perm")
            .orElseGet(
                () ->
                    LongStream.range(0, call.rank(0))
                        .map(a -> call.rank(0) - 1L - a)
                        .boxed()
                        .toList());
    int at = order.indexOf((long) in.axis());
    call.require(at >= 0);
    return in.along(at);
  }

  private static Images squeezed(ImagesCall call) {
    Images in = call.apart(0);
    List<Dim> dims = call.dims(0);
    call.require(!call.call().computed(1));
    Set<Integer> removed =
        call.call()
            .integers("axes", 1)
            .map(axes -> positions(axes, dims.size()))
            .orElseGet(
                () ->
                    IntStream.range(0, dims.size())
                        .filter(a -> dims.get(a).isOne())
                        .boxed()
                        .collect(Collectors.toSet()));
    call.require(!removed.contains(in.axis()));
    return in.along(in.axis() - below(in.axis(), removed));
  }

  private static int below(int axis, Set<Integer> removed) {
    return (int) removed.stream().filter(r -> r < axis).count();
  }

  private static Images unsqueezed(ImagesCall call) {
    Images in = call.apart(0);
    call.require(!call.call().computed(1));
    List<Long> axes = call.integers("axes", 1, List.of());
    int rank = call.rank(0) + axes.size();
    Set<Integer> added = positions(axes, rank);
    List<Integer> kept = IntStream.range(0, rank).filter(a -> !added.contains(a)).boxed().toList();
    call.require(kept.size() == call.rank(0));
    return in.along(kept.get(in.axis()));
  }

  private static Set<Integer> positions(List<Long> axes, int rank) {
    return axes.stream().map(a -> Call.axis(a, rank)).collect(Collectors.toSet());
  }

  private static Images expanded(ImagesCall call) {
    Images in = call.apart(0);
    List<Dim> to = call.result();
    int axis = in.axis() + to.size() - call.rank(0);
    call.require(to.get(axis).fits(call.dims(0).get(in.axis())));
    return in.along(axis);
  }

  private static Images tiled(ImagesCall call) {
    Images in = call.apart(0);
    List<Dim> repeats = call.call().in(1).values();
    call.require(
        repeats != null && repeats.size() == call.rank(0) && repeats.get(in.axis()).isOne());
    return in;
  }
}
