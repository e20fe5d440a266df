package io.chiasm.report.reliability;

import java.util.function.IntToDoubleFunction;

/**
 * A balanced design {@code [participant, hemisphere, seed, fold]}: means over any of its axes, and
 * sums of squares of what is made of them.
 */
final class CrossedDesign {
  private final int[] extents;
  private final double[] y;

  /** An axis. */
  enum Axis {
    PARTICIPANT,
    HEMISPHERE,
    SEED,
    FOLD
  }

  /**
   * @param all {@code [participant][hemisphere][seed][fold]}, of the same size everywhere
   */
  CrossedDesign(double[][][][] all) {
    extents = new int[] {all.length, all[0].length, all[0][0].length, all[0][0][0].length};
    y = new double[extents[0] * extents[1] * extents[2] * extents[3]];
    int at = 0;
    for (double[][][] participant : all) {
      for (double[][] hemisphere : participant) {
        for (double[] seed : hemisphere) {
          System.arraycopy(seed, 0, y, at, seed.length);
          at += seed.length;
        }
      }
    }
  }

  /** Levels of an axis. */
  int levels(Axis axis) {
    return extents[axis.ordinal()];
  }

  /** The observations themselves. */
  double[] observations() {
    return y;
  }

  /** {@code [observation]} the mean of all observations that share its levels of these axes. */
  double[] means(Axis... kept) {
    double[] sums = new double[y.length];
    int[] counts = new int[y.length];
    for (int i = 0; i < y.length; i++) {
      sums[place(i, kept)] += y[i];
      counts[place(i, kept)]++;
    }
    double[] means = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      means[i] = sums[place(i, kept)] / counts[place(i, kept)];
    }
    return means;
  }

  /** Sum over observations. */
  double squares(IntToDoubleFunction term) {
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      double value = term.applyAsDouble(i);
      sum += value * value;
    }
    return sum;
  }

  private int place(int observation, Axis... kept) {
    int place = 0;
    for (Axis axis : kept) {
      int stride = 1;
      for (int later = axis.ordinal() + 1; later < extents.length; later++) {
        stride *= extents[later];
      }
      place = place * levels(axis) + observation / stride % levels(axis);
    }
    return place;
  }
}
