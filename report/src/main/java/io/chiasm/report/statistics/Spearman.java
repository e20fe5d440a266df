package io.chiasm.report.statistics;

import io.chiasm.contracts.random.MersenneTwister;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Spearman's rank correlation with its two-sided permutation p: all orders up to {@value #EXACT}
 * pairs, drawn ones beyond. Ties share their mean rank.
 */
final class Spearman {
  /** Most pairs whose orders are all visited. */
  static final int EXACT = 8;

  private static final int DRAWN = 99_999;
  private static final double TIE = 1e-12;

  private final double[] one;
  private final double[] other;
  private double bound;
  private int orders;
  private int asExtreme;

  /**
   * @param other of the same length
   */
  Spearman(double[] one, double[] other) {
    this.one = centred(Ranks.of(one));
    this.other = centred(Ranks.of(other));
  }

  /** NaN for fewer than two pairs and where one side is constant. */
  double rho() {
    return product(one, other) / Math.sqrt(product(one, one) * product(other, other));
  }

  /** Whether every order is visited. */
  boolean exact() {
    return one.length <= EXACT;
  }

  /** The smallest p that this many pairs can reach: an order and its reverse. */
  double least() {
    double orders = 1;
    for (int i = 2; i <= one.length && exact(); i++) {
      orders *= i;
    }
    return exact() ? 2 / orders : 1.0 / (DRAWN + 1);
  }

  /** NaN for fewer than three pairs and where one side is constant. */
  double p(long seed) {
    if (one.length < 3 || Double.isNaN(rho())) {
      return Double.NaN;
    }
    orders = 0;
    asExtreme = 0;
    bound = Math.abs(product(one, other)) - TIE * product(one, one);
    double[] order = other.clone();
    if (exact()) {
      visit(order, order.length);
    } else {
      draw(order, new MersenneTwister(seed));
    }
    return (double) asExtreme / orders;
  }

  /** Heap's algorithm. */
  private void visit(double[] order, int size) {
    if (size == 1) {
      count(order);
      return;
    }
    for (int i = 0; i < size; i++) {
      visit(order, size - 1);
      swap(order, size % 2 == 0 ? i : 0, size - 1);
    }
  }

  private void draw(double[] order, MersenneTwister random) {
    count(order); // what was measured is one of the orders
    for (int draw = 0; draw < DRAWN; draw++) {
      for (int i = order.length - 1; i > 0; i--) {
        swap(order, i, random.nextInterval(i));
      }
      count(order);
    }
  }

  private void count(double[] order) {
    double product = 0;
    for (int i = 0; i < order.length; i++) {
      product += one[i] * order[i];
    }
    orders++;
    asExtreme += Math.abs(product) >= bound ? 1 : 0;
  }

  private static void swap(double[] values, int i, int j) {
    double kept = values[i];
    values[i] = values[j];
    values[j] = kept;
  }

  private static double[] centred(double[] values) {
    double mean = Arrays.stream(values).average().orElse(0);
    return Arrays.stream(values).map(value -> value - mean).toArray();
  }

  private static double product(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
  }
}
