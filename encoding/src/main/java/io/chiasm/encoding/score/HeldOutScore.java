package io.chiasm.encoding.score;

/**
 * How well a vertex's predictions fit its held-out responses in one fold. Where the responses or
 * the predictions are constant there is no score: both are NaN.
 *
 * @param r Pearson correlation
 * @param r2 {@code 1 − RSS/TSS}, TSS about the held-out mean
 */
public record HeldOutScore(double r, double r2) {
  /** Variation below this share of a prediction's size is the round-off of its dot products. */
  private static final double ROUND_OFF = 1e-13;

  private static final HeldOutScore NONE = new HeldOutScore(Double.NaN, Double.NaN);

  /**
   * @param measured {@code [held-out stimulus]}
   * @param deviation {@code [held-out stimulus]} predictions less {@code mean}; kept apart, since
   *     adding the mean can drown a small deviation
   * @param mean of the training responses
   */
  public static HeldOutScore of(double[] measured, double[] deviation, double mean) {
    double measuredMean = mean(measured);
    double deviationMean = mean(deviation);
    double yy = 0;
    double dd = 0;
    double yd = 0;
    double rss = 0;
    double size = 0;
    for (int s = 0; s < measured.length; s++) {
      double y = measured[s] - measuredMean;
      double d = deviation[s] - deviationMean;
      double error = measured[s] - mean - deviation[s];
      yy += y * y;
      dd += d * d;
      yd += y * d;
      rss += error * error;
      size += deviation[s] * deviation[s];
    }
    if (constant(measured) || dd <= ROUND_OFF * ROUND_OFF * size) {
      return NONE;
    }
    double r = yd / (Math.sqrt(yy) * Math.sqrt(dd));
    return new HeldOutScore(Math.max(-1, Math.min(1, r)), 1 - rss / yy);
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static boolean constant(double[] values) {
    for (double value : values) {
      if (value != values[0]) {
        return false;
      }
    }
    return true;
  }
}
