package io.chiasm.networks.shape;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Positions through a row-major reshape. An axis is the same one if it is as long as before and as
 * many elements lie before it, so that the same index is behind every element. What a reshape takes
 * apart the next one may put together again.
 */
final class Regrouping {
  private static final int NONE = -1;

  private Regrouping() {}

  /** The result of a reshape, with the positions of what was reshaped where they are whole. */
  static Fact of(Fact in, Fact result) {
    Fact origin = in.map() == null ? in.folded() : in;
    if (origin == null || origin.map() == null || result.dims() == null) {
      return result;
    }
    FeatureMap map = moved(origin, origin.map(), result.dims());
    return map == null ? result.withFolded(origin) : result.withMap(map);
  }

  private static @Nullable FeatureMap moved(Fact origin, FeatureMap map, List<Dim> to) {
    int row = moved(origin, map.rowAxis(), to);
    int column = moved(origin, map.columnAxis(), to);
    return row == NONE || column == NONE || row == column ? null : map.withAxes(row, column);
  }

  private static int moved(Fact origin, int axis, List<Dim> to) {
    List<Dim> from = origin.dims();
    if (from == null) {
      return NONE;
    }
    Dim before = AxisRules.product(from.subList(0, axis));
    for (int a = 0; a < to.size(); a++) {
      boolean same = to.get(a).equals(from.get(axis));
      if (same && AxisRules.product(to.subList(0, a)).equals(before)) {
        return a;
      }
    }
    return NONE;
  }
}
