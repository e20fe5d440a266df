package io.chiasm.networks.shape;

import io.chiasm.networks.graph.BadGraphException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;

/** numpy's broadcasting: axes are matched from the last, and an extent of 1 repeats. */
final class Broadcast {
  private Broadcast() {}

  static List<Dim> shape(List<Dim> left, List<Dim> right) {
    int rank = Math.max(left.size(), right.size());
    List<Dim> dims = new ArrayList<>();
    for (int i = 0; i < rank; i++) {
      dims.add(extent(fromLeft(left, rank, i), fromLeft(right, rank, i), left, right));
    }
    return dims;
  }

  private static Dim fromLeft(List<Dim> dims, int rank, int axis) {
    int own = axis - (rank - dims.size());
    return own < 0 ? Dim.of(1) : dims.get(own);
  }

  private static Dim extent(Dim a, Dim b, List<Dim> left, List<Dim> right) {
    if (a.equals(b) || b.isOne()) {
      return a;
    }
    if (a.isOne()) {
      return b;
    }
    if (a.fits(b)) {
      return a.perImage() ? a : b;
    }
    throw new BadGraphException("extents " + left + " and " + right + " do not fit together");
  }

  /** Elementwise on two lists, of which either may have a single element. */
  static List<Dim> combined(List<Dim> left, List<Dim> right, BinaryOperator<Dim> on) {
    int length = left.size() == 1 ? right.size() : left.size();
    if (right.size() != 1 && right.size() != length) {
      throw new BadGraphException("lists " + left + " and " + right + " do not fit together");
    }
    List<Dim> values = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      Dim a = left.get(left.size() == 1 ? 0 : i);
      values.add(on.apply(a, right.get(right.size() == 1 ? 0 : i)));
    }
    return values;
  }
}
