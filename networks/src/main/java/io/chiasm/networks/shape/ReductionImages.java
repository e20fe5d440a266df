package io.chiasm.networks.shape;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Operators that sum, compare, order or normalise along axes. */
final class ReductionImages {
  private static final List<Long> CHANNELS_NOT = List.of(0L, 2L, 3L);

  private ReductionImages() {}

  static void addTo(Map<String, ImagesRule> rules) {
    ReductionRules.REDUCTIONS.forEach(op -> rules.put(op, ReductionImages::reduced));
    for (String op : List.of("Softmax", "LogSoftmax", "Hardmax")) {
      rules.put(op, c -> over(c, ReductionRules.softmaxAxes(c.call())));
    }
    rules.put("LayerNormalization", c -> over(c, ReductionRules.tail(c.call(), "axis", -1)));
    rules.put("RMSNormalization", c -> over(c, ReductionRules.tail(c.call(), "axis", -1)));
    rules.put("LpNormalization", c -> over(c, Set.of(c.call().axis("axis", -1, c.rank(0)))));
    rules.put("MeanVarianceNormalization", ReductionImages::meanVariance);
    rules.put("InstanceNormalization", ReductionImages::perImage);
    rules.put("GroupNormalization", ReductionImages::perImage);
    rules.put("CumSum", ReductionImages::summedUp);
    rules.put("ArgMax", ReductionImages::place);
    rules.put("ArgMin", ReductionImages::place);
    rules.put("TopK", ReductionImages::top);
  }

  /** Same extents; every value also depends on the others along these axes. */
  private static Images over(ImagesCall call, Set<Integer> axes) {
    Images in = ElementwiseImages.broadcast(call);
    call.require(call.in(0).apart() && !axes.contains(in.axis()));
    return in;
  }

  private static Images meanVariance(ImagesCall call) {
    return over(
        call,
        call.node().integers("axes").orElse(CHANNELS_NOT).stream()
            .map(a -> Call.axis(a, call.rank(0)))
            .collect(Collectors.toSet()));
  }

  /** Statistics per image and channel or group, with numbers per channel or group. */
  private static Images perImage(ImagesCall call) {
    call.requireAbsentFrom(1);
    call.require(call.apart(0).axis() == 0 && call.call().output() == 0);
    return call.apart(0);
  }

  private static Images summedUp(ImagesCall call) {
    List<Long> axis = call.integers("axis", 1, List.of());
    call.require(axis.size() == 1);
    call.require(Call.axis(axis.get(0), call.rank(0)) != call.apart(0).axis());
    return call.apart(0);
  }

  private static Images place(ImagesCall call) {
    int axis = call.call().axis("axis", 0, call.rank(0));
    return without(call, Set.of(axis), call.node().integer("keepdims", 1) != 0);
  }

  private static Images top(ImagesCall call) {
    call.requireAbsentFrom(1);
    int axis = call.call().axis("axis", -1, call.rank(0));
    return without(call, Set.of(axis), true);
  }

  private static Images reduced(ImagesCall call) {
    call.require(!call.call().computed(1));
    Set<Integer> axes = ReductionRules.axes(call.call());
    return without(call, axes, call.node().integer("keepdims", 1) != 0);
  }

  private static Images without(ImagesCall call, Set<Integer> axes, boolean keep) {
    Images in = call.apart(0);
    call.require(!axes.contains(in.axis()));
    int before = (int) IntStream.range(0, in.axis()).filter(axes::contains).count();
    return keep ? in : in.along(in.axis() - before);
  }
}
