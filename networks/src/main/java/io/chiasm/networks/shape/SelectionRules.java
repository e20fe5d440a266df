package io.chiasm.networks.shape;

import io.chiasm.networks.graph.BadGraphException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Operators that join, cut or pad along axes. */
final class SelectionRules {
  private SelectionRules() {}

  static void addTo(Map<String, Rule> rules) {
    rules.put("Concat", SelectionRules::concat);
    rules.put("Split", SelectionRules::split);
    rules.put("Slice", SelectionRules::slice);
    rules.put("Pad", SelectionRules::pad);
    rules.put("Gather", SelectionRules::gather);
  }

  private static Fact concat(Call call) {
    int axis = call.axis("axis", 1, call.rank(0));
    List<Dim> dims = new ArrayList<>(call.dims(0));
    List<Dim> values = new ArrayList<>();
    boolean valued = true;
    for (int i = 0; i < call.inputs().size(); i++) {
      Fact in = call.in(i);
      requireSameButFor(axis, call.dims(0), call.dims(i));
      for (int a = 0; a < dims.size() && i > 0; a++) {
        Dim other = call.dims(i).get(a);
        dims.set(a, a == axis ? dims.get(a).plus(other) : other.perImage() ? other : dims.get(a));
      }
      valued = valued && in.values() != null;
      values.addAll(in.values() == null ? List.of() : in.values());
    }
    Fact result = Fact.of(dims).withType(call.in(0).type()).withValues(valued ? values : null);
    List<FeatureMap> maps = maps(call);
    if (maps.stream().noneMatch(m -> m.uses(axis))) {
      return Maps.joined(result, maps);
    }
    FeatureMap beside = beside(call, maps, axis);
    return beside == null ? result.withMixing(Mixing.UNKNOWN) : result.withMap(beside);
  }

  /** Two maps side by side, as those of two halves of the image; null for all else. */
  private static @Nullable FeatureMap beside(Call call, List<FeatureMap> maps, int axis) {
    if (maps.size() != 2 || call.inputs().size() != 2 || !maps.get(0).matches(maps.get(1))) {
      return null;
    }
    FeatureMap left = maps.get(0);
    FeatureMap right = maps.get(1);
    ReceptiveField columns = left.columns().beside(right.columns(), call.dims(0).get(axis).fixed());
    return axis != left.columnAxis() || !left.rows().equals(right.rows()) || columns == null
        ? null
        : left.withColumns(columns);
  }

  private static List<FeatureMap> maps(Call call) {
    List<FeatureMap> maps = new ArrayList<>();
    for (Fact input : call.inputs()) {
      if (input.map() != null) {
        maps.add(input.map());
      }
    }
    return maps;
  }

  private static void requireSameButFor(int axis, List<Dim> first, List<Dim> other) {
    boolean same =
        first.size() == other.size()
            && IntStream.range(0, first.size())
                .allMatch(a -> a == axis || first.get(a).fits(other.get(a)));
    if (!same) {
      throw new BadGraphException(
          "extents " + first + " and " + other + " do not join along axis " + axis);
    }
  }

  private static Fact split(Call call) {
    int axis = call.axis("axis", 0, call.rank(0));
    long whole = call.dims(0).get(axis).fixed();
    int parts = call.node().outputs().size();
    if (call.computed(1)) {
      return Fact.unknown("its parts are computed").withType(call.in(0).type());
    }
    long even = (whole + parts - 1) / parts;
    List<Long> sizes =
        call.integers("split", 1)
            .orElseGet(
                () ->
                    IntStream.range(0, parts)
                        .mapToObj(p -> Math.max(0, Math.min(even, whole - p * even)))
                        .toList());
    if (sizes.size() != parts
        || sizes.stream().anyMatch(s -> s < 0)
        || sizes.stream().mapToLong(s -> s).sum() != whole) {
      throw new BadGraphException("parts " + sizes + " do not make " + whole);
    }
    long before = sizes.subList(0, call.output()).stream().mapToLong(s -> s).sum();
    return Cut.along(call.in(0), call.dims(0), axis, before, 1, sizes.get(call.output()));
  }

  private static Fact slice(Call call) {
    Fact in = call.in(0);
    if (call.computed(1) || call.computed(2) || call.computed(3) || call.computed(4)) {
      return Fact.unknown("its bounds are computed").withType(in.type());
    }
    List<Long> starts = call.integers("starts", 1).orElse(List.of());
    List<Long> ends = call.integers("ends", 2).orElse(List.of());
    List<Long> axes =
        call.integers("axes", 3)
            .orElseGet(() -> IntStream.range(0, starts.size()).mapToObj(Long::valueOf).toList());
    List<Long> steps = call.has(4) ? call.integers("steps", 4).orElse(List.of()) : List.of();
    int cuts = axes.size();
    if (starts.size() != cuts
        || ends.size() != cuts
        || !(steps.isEmpty() || steps.size() == cuts)) {
      throw new BadGraphException("starts, ends, axes and steps are not equally many");
    }
    Fact result = in;
    for (int i = 0; i < cuts; i++) {
      int axis = Call.axis(axes.get(i), call.rank(0));
      long step = steps.isEmpty() ? 1 : steps.get(i);
      result = Cut.between(result, axis, starts.get(i), ends.get(i), step);
    }
    return result.withMixing(Mixing.LOCAL);
  }

  private static Fact pad(Call call) {
    Fact in = call.in(0);
    int rank = call.rank(0);
    if (call.computed(1) || call.computed(3)) {
      return Fact.unknown("its padding is computed").withType(in.type());
    }
    List<Long> pads = call.integers("pads", 1).orElse(List.of());
    List<Long> axes =
        call.has(3)
            ? call.integers("axes", 3).orElse(List.of())
            : IntStream.range(0, rank).mapToObj(Long::valueOf).toList();
    if (pads.size() != 2 * axes.size()) {
      throw new BadGraphException("pads " + pads + " do not fit " + axes.size() + " axes");
    }
    List<Dim> dims = new ArrayList<>(call.dims(0));
    FeatureMap map = in.map();
    for (int i = 0; i < axes.size(); i++) {
      int axis = Call.axis(axes.get(i), rank);
      long before = pads.get(i);
      long total = Math.addExact(before, pads.get(axes.size() + i));
      if (total != 0) {
        dims.set(axis, Dim.of(Math.addExact(dims.get(axis).fixed(), total)));
      }
      boolean wrapped = before != 0 && call.node().text("mode", "constant").equals("wrap");
      map =
          map == null || (wrapped && map.uses(axis))
              ? null
              : map.along(axis, f -> f.from(Math.negateExact(before)));
    }
    if (dims.stream().anyMatch(d -> d.factor() < 0)) {
      throw new BadGraphException("pads " + pads + " leave nothing of " + call.dims(0));
    }
    return Fact.of(dims).withMap(map).withType(in.type());
  }

  private static Fact gather(Call call) {
    Fact in = call.in(0);
    int axis = call.axis("axis", 0, call.rank(0));
    List<Dim> picked = call.dims(1);
    List<Dim> dims = new ArrayList<>(call.dims(0).subList(0, axis));
    dims.addAll(picked);
    dims.addAll(call.dims(0).subList(axis + 1, call.rank(0)));
    Fact result = Fact.of(dims).withType(in.type());
    List<Dim> values = in.values();
    List<Dim> positions = call.in(1).values();
    if (values != null && positions != null) {
      return result.withValues(
          positions.stream().map(p -> values.get(Call.axis(p.fixed(), values.size()))).toList());
    }
    FeatureMap map = in.map();
    boolean kept = map != null && picked.size() == 1 && !map.uses(axis);
    if (map == null || kept) {
      return result.withMap(map);
    }
    return result.withMixing(Mixing.UNKNOWN);
  }
}
