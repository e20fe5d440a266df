package io.chiasm.encoding.score;

/**
 * The part of a prediction's score that one band of the features carries.
 *
 * @param r {@code cov(y, ŷ_b) / (sd(y) sd(ŷ))}; the bands' parts add up to the prediction's r
 * @param r2 the product measure {@code Σ(2 y ŷ_b − ŷ_b ŷ) / Σy²} of values less their held-out
 *     means; the bands' parts and {@code −(difference of the means)²} relative to the variance add
 *     up to the prediction's R²
 */
record PredictionShare(double r, double r2) {
  /**
   * @param measured {@code [held-out stimulus]}, not constant
   * @param whole {@code [held-out stimulus]} prediction of all bands, not constant
   * @param part {@code [held-out stimulus]} the band's part of it
   */
  static PredictionShare of(double[] measured, double[] whole, double[] part) {
    double measuredMean = mean(measured);
    double wholeMean = mean(whole);
    double partMean = mean(part);
    double yy = 0;
    double pp = 0;
    double yb = 0;
    double pb = 0;
    for (int s = 0; s < measured.length; s++) {
      double y = measured[s] - measuredMean;
      double p = whole[s] - wholeMean;
      double b = part[s] - partMean;
      yy += y * y;
      pp += p * p;
      yb += y * b;
      pb += p * b;
    }
    return new PredictionShare(yb / (Math.sqrt(yy) * Math.sqrt(pp)), (2 * yb - pb) / yy);
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
