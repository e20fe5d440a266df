package io.chiasm.networks.shape;

import io.chiasm.networks.graph.BadGraphException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Part of a tensor along one axis. */
final class Cut {
  private Cut() {}

  /** From a start to before an end, both clamped and counted from the end where negative. */
  static Fact between(Fact in, int axis, long start, long end, long step) {
    List<Dim> dims = in.dims();
    if (dims == null || step == 0) {
      throw new BadGraphException("a slice has step 0 or an unknown input");
    }
    Dim whole = dims.get(axis);
    if (whole.perImage() && start == 0 && end >= Integer.MAX_VALUE && step == 1) {
      return in;
    }
    long extent = whole.fixed();
    long from = clamped(start, extent, step > 0 ? 0 : -1, step > 0 ? extent : extent - 1);
    long to = clamped(end, extent, step > 0 ? 0 : -1, step > 0 ? extent : extent - 1);
    long width = step > 0 ? Math.max(0, to - from) : Math.max(0, from - to);
    long stride = Math.abs(Math.max(step, -Long.MAX_VALUE));
    long count = width / stride + (width % stride == 0 ? 0 : 1);
    return along(in, dims, axis, from, step, count);
  }

  private static long clamped(long position, long extent, long low, long high) {
    long counted = position < 0 ? position + extent : position;
    return Math.max(low, Math.min(high, counted));
  }

  /** {@code count} positions from {@code start} on, {@code step} apart. */
  static Fact along(Fact in, List<Dim> dims, int axis, long start, long step, long count) {
    List<Dim> cut = new ArrayList<>(dims);
    cut.set(axis, Dim.of(count));
    return Fact.of(cut)
        .withType(in.type())
        .withMap(map(in.map(), axis, start, step))
        .withFromImage(in.fromImage())
        .withMixing(in.map() != null && step < 0 ? Mixing.UNKNOWN : Mixing.LOCAL)
        .withValues(values(in.values(), dims.size(), start, step, count));
  }

  private static @Nullable FeatureMap map(
      @Nullable FeatureMap map, int axis, long start, long step) {
    if (map == null || (step < 0 && map.uses(axis))) {
      return null;
    }
    return map.along(axis, f -> f.from(start).every(step));
  }

  private static @Nullable List<Dim> values(
      @Nullable List<Dim> values, int rank, long start, long step, long count) {
    return values == null || rank != 1
        ? null
        : LongStream.range(0, count)
            .mapToObj(i -> values.get(Math.toIntExact(start + i * step)))
            .toList();
  }
}
