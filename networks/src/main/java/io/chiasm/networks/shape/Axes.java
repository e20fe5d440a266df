package io.chiasm.networks.shape;

import java.util.Set;

/** Feature maps whose tensor gains or loses axes. */
final class Axes {
  private Axes() {}

  /** The map after other axes were removed. */
  static FeatureMap without(FeatureMap map, Set<Integer> removed) {
    return map.withAxes(
        map.rowAxis() - below(map.rowAxis(), removed),
        map.columnAxis() - below(map.columnAxis(), removed));
  }

  private static int below(int axis, Set<Integer> removed) {
    return (int) removed.stream().filter(r -> r < axis).count();
  }

  /** The map after axes were put in at these positions of the result. */
  static FeatureMap with(FeatureMap map, Set<Integer> added) {
    return map.withAxes(shifted(map.rowAxis(), added), shifted(map.columnAxis(), added));
  }

  private static int shifted(int axis, Set<Integer> added) {
    int at = axis;
    for (int position : new java.util.TreeSet<>(added)) {
      if (position <= at) {
        at++;
      }
    }
    return at;
  }
}
