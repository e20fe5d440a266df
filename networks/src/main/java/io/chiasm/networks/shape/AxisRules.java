package io.chiasm.networks.shape;

import io.chiasm.networks.graph.BadGraphException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Operators that arrange the same values along other axes. */
final class AxisRules {
  private AxisRules() {}

  static void addTo(Map<String, Rule> rules) {
    rules.put("Flatten", AxisRules::flatten);
    rules.put("Reshape", AxisRules::reshape);
    rules.put("Transpose", AxisRules::transpose);
    rules.put("Squeeze", AxisRules::squeeze);
    rules.put("Unsqueeze", AxisRules::unsqueeze);
  }

  private static Fact flatten(Call call) {
    int rank = call.rank(0);
    long given = call.node().integer("axis", 1);
    int axis = given == rank ? rank : Call.axis(given, rank);
    List<Dim> in = call.dims(0);
    List<Dim> dims = List.of(product(in.subList(0, axis)), product(in.subList(axis, rank)));
    return Regrouping.of(call.in(0), Fact.of(dims).withType(call.in(0).type()));
  }

  static Dim product(List<Dim> dims) {
    return dims.stream().reduce(Dim.of(1), Dim::times);
  }

  private static Fact reshape(Call call) {
    Fact in = call.in(0);
    List<Dim> target =
        call.has(1)
            ? call.in(1).values()
            : call.node().integers("shape").map(s -> s.stream().map(Dim::of).toList()).orElse(null);
    if (target == null) {
      return Fact.unknown("its extents are computed").withType(in.type());
    }
    List<Dim> dims = BakedBatch.carried(call.dims(0), filled(call, target));
    if (!product(dims).equals(product(call.dims(0)))) {
      return Fact.unknown(BakedBatch.lost(call.dims(0), dims)).withType(in.type());
    }
    Fact result = Regrouping.of(in, Fact.of(dims).withType(in.type()));
    return dims.size() <= 1 ? result.withValues(in.values()) : result;
  }

  private static List<Dim> filled(Call call, List<Dim> target) {
    boolean zeroCopies = call.node().integer("allowzero", 0) == 0;
    List<Dim> dims = new ArrayList<>();
    for (int a = 0; a < target.size(); a++) {
      boolean copied = zeroCopies && target.get(a).factor() == 0;
      dims.add(copied ? call.dims(0).get(Call.axis(a, call.rank(0))) : target.get(a));
    }
    int open = dims.indexOf(Dim.of(-1));
    if (open >= 0) {
      dims.set(open, Dim.of(1));
      dims.set(open, BakedBatch.quotient(product(call.dims(0)), product(dims)));
    }
    if (dims.stream().anyMatch(d -> d.factor() < 0)) {
      throw new BadGraphException("impossible extents " + target);
    }
    return dims;
  }

  private static Fact transpose(Call call) {
    int rank = call.rank(0);
    List<Long> order =
        call.node()
            .integers("perm")
            .orElseGet(() -> LongStream.range(0, rank).map(a -> rank - 1 - a).boxed().toList());
    if (order.size() != rank || !Set.copyOf(order).equals(axes(rank))) {
      throw new BadGraphException("perm " + order + " does not order " + rank + " axes");
    }
    List<Dim> dims = order.stream().map(a -> call.dims(0).get(a.intValue())).toList();
    Fact result = Fact.of(dims).withType(call.in(0).type());
    FeatureMap map = call.in(0).map();
    return map == null
        ? result
        : result.withMap(
            map.withAxes(
                order.indexOf((long) map.rowAxis()), order.indexOf((long) map.columnAxis())));
  }

  private static Set<Long> axes(int rank) {
    return LongStream.range(0, rank).boxed().collect(Collectors.toSet());
  }

  private static Fact squeeze(Call call) {
    Fact in = call.in(0);
    List<Dim> old = call.dims(0);
    if (call.computed(1)) {
      return Fact.unknown("its axes are computed").withType(in.type());
    }
    Set<Integer> removed =
        call.integers("axes", 1)
            .map(given -> positions(given, old.size()))
            .orElseGet(() -> ones(old));
    if (old.stream().anyMatch(d -> d.perImage() && d.isCounted() && d.fixed() == 1)
        && !call.has(1)
        && !call.node().has("axes")) {
      return Fact.unknown("it removes the axis of its one image").withType(in.type());
    }
    if (removed.stream().anyMatch(a -> !old.get(a).isOne())) {
      throw new BadGraphException("axes " + removed + " of " + old + " are not all 1 long");
    }
    List<Dim> dims = new ArrayList<>();
    IntStream.range(0, old.size())
        .filter(a -> !removed.contains(a))
        .forEach(a -> dims.add(old.get(a)));
    Fact result = Fact.of(dims).withType(in.type()).withValues(in.values());
    FeatureMap map = in.map();
    boolean kept = map != null && removed.stream().noneMatch(map::uses);
    return map != null && kept ? result.withMap(Axes.without(map, removed)) : result;
  }

  private static Set<Integer> ones(List<Dim> dims) {
    return IntStream.range(0, dims.size())
        .filter(a -> dims.get(a).isOne())
        .boxed()
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<Integer> positions(List<Long> axes, int rank) {
    return axes.stream()
        .map(a -> Call.axis(a, rank))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Fact unsqueeze(Call call) {
    Fact in = call.in(0);
    Optional<List<Long>> axes = call.integers("axes", 1);
    if (axes.isEmpty()) {
      return Fact.unknown("its axes are computed").withType(in.type());
    }
    int rank = call.rank(0) + axes.get().size();
    Set<Integer> added = positions(axes.get(), rank);
    if (added.size() < axes.get().size()) {
      throw new BadGraphException("axes " + axes.get() + " name one twice");
    }
    List<Dim> rest = new ArrayList<>(call.dims(0));
    added.forEach(a -> rest.add(a, Dim.of(1)));
    Fact result = Fact.of(rest).withType(in.type());
    result = rank <= 1 ? result.withValues(in.values()) : result;
    return in.map() == null ? result : result.withMap(Axes.with(in.map(), added));
  }
}
