package io.chiasm.networks.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Sums, means and norms over axes. */
final class ReductionRules {
  /** From this version on a softmax goes over one axis; before, over it and all after it. */
  private static final long ONE_AXIS_SOFTMAX = 13;

  private ReductionRules() {}

  static final List<String> REDUCTIONS =
      List.of(
          "ReduceMean",
          "ReduceSum",
          "ReduceMax",
          "ReduceMin",
          "ReduceProd",
          "ReduceL1",
          "ReduceL2",
          "ReduceSumSquare",
          "ReduceLogSum",
          "ReduceLogSumExp");

  static void addTo(Map<String, Rule> rules) {
    REDUCTIONS.forEach(op -> rules.put(op, ReductionRules::reduce));
    List.of("Softmax", "LogSoftmax", "Hardmax")
        .forEach(op -> rules.put(op, c -> over(c, softmaxAxes(c))));
    rules.put("LpNormalization", c -> over(c, Set.of(c.axis("axis", -1, c.rank(0)))));
    rules.put("LayerNormalization", c -> over(c, tail(c, "axis", -1)));
    rules.put("RMSNormalization", c -> over(c, tail(c, "axis", -1)));
    rules.put("InstanceNormalization", c -> over(c, from(2, c.rank(0))));
    rules.put("GroupNormalization", c -> over(c, from(1, c.rank(0))));
  }

  private static Set<Integer> from(int axis, int rank) {
    Set<Integer> axes = new TreeSet<>();
    IntStream.range(axis, rank).forEach(axes::add);
    return axes;
  }

  /** The axes that a softmax goes over. */
  static Set<Integer> softmaxAxes(Call call) {
    int rank = call.rank(0);
    boolean one = call.opset() >= ONE_AXIS_SOFTMAX;
    int axis = call.axis("axis", one ? -1 : 1, rank);
    return one ? Set.of(axis) : from(axis, rank);
  }

  /** The axes from the one that an attribute names. */
  static Set<Integer> tail(Call call, String attribute, long otherwise) {
    return from(call.axis(attribute, otherwise, call.rank(0)), call.rank(0));
  }

  /** Same extents; every value also depends on the others along these axes. */
  private static Fact over(Call call, Set<Integer> axes) {
    Fact in = call.in(0);
    FeatureMap map = in.map();
    Mixing mixing =
        map == null
            ? Mixing.UNKNOWN
            : axes.stream().anyMatch(map::uses) ? Mixing.GLOBAL : Mixing.LOCAL;
    return Fact.of(call.dims(0)).withMap(map).withMixing(mixing).withType(in.type());
  }

  private static Fact reduce(Call call) {
    Fact in = call.in(0);
    int rank = call.rank(0);
    if (call.computed(1)) {
      return Fact.unknown("its axes are computed").withType(in.type());
    }
    Set<Integer> axes = axes(call);
    return axes.isEmpty() && rank > 0
        ? Fact.of(call.dims(0)).withMap(in.map()).withType(in.type())
        : reduced(call, axes, call.node().integer("keepdims", 1) != 0);
  }

  /** The axes that a reduction goes over, whose input for them is not computed. */
  static Set<Integer> axes(Call call) {
    int rank = call.rank(0);
    Optional<List<Long>> given = call.integers("axes", 1).filter(a -> !a.isEmpty());
    if (given.isEmpty() && call.node().integer("noop_with_empty_axes", 0) != 0) {
      return Set.of();
    }
    Set<Integer> axes = new TreeSet<>();
    given.ifPresentOrElse(
        g -> g.forEach(a -> axes.add(Call.axis(a, rank))), () -> axes.addAll(from(0, rank)));
    return axes;
  }

  private static Fact reduced(Call call, Set<Integer> axes, boolean keep) {
    List<Dim> dims = new ArrayList<>();
    for (int a = 0; a < call.rank(0); a++) {
      if (!axes.contains(a)) {
        dims.add(call.dims(0).get(a));
      } else if (keep) {
        dims.add(Dim.of(1));
      }
    }
    Fact in = call.in(0);
    Fact result = Fact.of(dims).withType(in.type());
    FeatureMap map = in.map();
    if (map == null) {
      return result.withMixing(Mixing.UNKNOWN);
    }
    if (axes.stream().anyMatch(map::uses)) {
      return result.withMixing(Mixing.GLOBAL);
    }
    return result.withMap(keep ? map : Axes.without(map, axes));
  }
}
