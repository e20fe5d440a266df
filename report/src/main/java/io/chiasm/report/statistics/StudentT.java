package io.chiasm.report.statistics;

/** Student's t distribution for whole degrees of freedom, by its finite series. */
final class StudentT {
  private StudentT() {}

  /**
   * Probability of a value from −t to t: Abramowitz and Stegun (1964), 26.7.3 and 26.7.4, with
   * {@code θ = arctan(t / √ν)}.
   *
   * @param t not negative; NaN gives NaN
   * @param freedom ν, at least 1
   */
  static double within(double t, int freedom) {
    double angle = Math.atan(t / Math.sqrt(freedom));
    double cosine = Math.cos(angle);
    boolean odd = freedom % 2 == 1;
    double term = odd ? cosine : 1;
    double sum = freedom == 1 ? 0 : term;
    for (int k = odd ? 3 : 2; k < freedom - 1; k += 2) {
      term *= cosine * cosine * (k - 1) / k;
      sum += term;
    }
    double series = Math.sin(angle) * sum;
    // Far out, rounding would bring it above 1, and p below 0.
    return Math.min(1, odd ? 2 / Math.PI * (angle + series) : series);
  }
}
