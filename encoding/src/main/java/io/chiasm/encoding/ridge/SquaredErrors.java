package io.chiasm.encoding.ridge;

import java.util.Arrays;

/**
 * Inner cross-validation's sums of squared errors {@code [vertex, alpha]} with what is known of
 * their round-off, and the choice that follows from them.
 */
final class SquaredErrors {
  /**
   * Bound of the round-off of {@code ‖R y‖} from float32 products, in units of {@code ‖R‖·‖y‖}. Two
   * units in the last place; measured were at most 0.3 (36 training stimuli) and 0.03 (785 and
   * 1800), over responses from noise-free to pure noise, full and deficient rank.
   */
  static final double FLOAT32 = 2 * Math.ulp(1f);

  private final int alphas;
  private final double[] values;
  private final boolean[] inContest;
  private final boolean[] decided;

  SquaredErrors(int vertices, int alphas) {
    this.alphas = alphas;
    this.values = new double[Math.multiplyExact(vertices, alphas)];
    this.inContest = new boolean[values.length];
    this.decided = new boolean[vertices];
    Arrays.fill(values, Double.POSITIVE_INFINITY);
  }

  void set(int vertex, int alpha, double value) {
    values[vertex * alphas + alpha] = value;
  }

  double get(int vertex, int alpha) {
    return values[vertex * alphas + alpha];
  }

  /** From now on the errors in contest of these vertices are float64's, of the responses as are. */
  void decide(int[] vertices) {
    for (int vertex : vertices) {
      decided[vertex] = true;
    }
  }

  boolean decided(int vertex) {
    return decided[vertex];
  }

  /**
   * Marks the penalties whose error may be the smallest, given the round-off.
   *
   * @param roundOff by penalty, of {@code ‖R y‖}
   * @return whether more than one is left
   */
  boolean narrow(int vertex, double[] roundOff) {
    double bound = Double.POSITIVE_INFINITY;
    for (int alpha = 0; alpha < alphas; alpha++) {
      double norm = Math.sqrt(values[vertex * alphas + alpha]) + roundOff[alpha];
      bound = Math.min(bound, norm);
    }
    int left = 0;
    for (int alpha = 0; alpha < alphas; alpha++) {
      double norm = Math.sqrt(values[vertex * alphas + alpha]) - roundOff[alpha];
      inContest[vertex * alphas + alpha] = norm <= bound;
      left += norm <= bound ? 1 : 0;
    }
    return left > 1;
  }

  boolean inContest(int vertex, int alpha) {
    return inContest[vertex * alphas + alpha];
  }

  /** The penalty in contest with the smallest error; of equal ones the largest. */
  int best(int vertex) {
    int best = -1;
    for (int alpha = 0; alpha < alphas; alpha++) {
      if (inContest(vertex, alpha)
          && (best < 0 || values[vertex * alphas + alpha] <= values[vertex * alphas + best])) {
        best = alpha;
      }
    }
    return best;
  }
}
