package io.chiasm.local.power;

import io.chiasm.local.simulate.Draws;
import java.util.Arrays;

/**
 * What a study measures of a participant with a given true lateralisation, learned from made
 * participants at evenly spaced levels of it.
 *
 * <p>A mean is linear between levels; an error is that of a made participant of the nearest level.
 * The halves are made alike, so a negative lateralisation is measured as its opposite is, with the
 * other sign; where there is none, an error has either sign.
 */
final class Measurement {
  /** Enough for all digits of a double that matter. */
  private static final int HALVINGS = 50;

  private final double step;
  private final double[] means;
  private final double[][] errors;

  /**
   * @param step true lateralisation from one level to the next; the first level is 0
   * @param measured {@code [level, participant]}, at least two of each
   */
  Measurement(double step, double[][] measured) {
    this.step = step;
    this.means = new double[measured.length];
    this.errors = new double[measured.length][];
    for (int level = 0; level < measured.length; level++) {
      double mean = Arrays.stream(measured[level]).average().orElse(Double.NaN);
      // An error around its own level's mean is too small by √((n − 1) / n).
      int n = measured[level].length;
      double correction = Math.sqrt(n / (n - 1.0));
      means[level] = level == 0 ? 0 : mean;
      errors[level] = Arrays.stream(measured[level]).map(m -> (m - mean) * correction).toArray();
    }
  }

  /** The largest true lateralisation that was made. */
  double most() {
    return step * (means.length - 1);
  }

  /** Mean lateralisation that a study measures where the true one is this. */
  double mean(double truth) {
    double place = place(truth);
    int below = Math.min((int) place, means.length - 2);
    double mean = means[below] + (place - below) * (means[below + 1] - means[below]);
    return Math.copySign(mean, truth);
  }

  /** What is measured of one participant. */
  double draw(double truth, Draws draws) {
    double[] near = errors[(int) Math.rint(place(truth))];
    double error = near[draws.below(near.length)];
    double side = draws.uniform() < 0.5 ? -1 : 1;
    return mean(truth) + (Math.rint(place(truth)) == 0 ? side : Math.copySign(1, truth)) * error;
  }

  /** Standard deviation of the error of measurement where the true lateralisation is this. */
  double error(double truth) {
    double[] near = errors[(int) Math.rint(place(truth))];
    return Math.sqrt(Arrays.stream(near).map(e -> e * e).average().orElse(Double.NaN));
  }

  /** The true lateralisation of which this mean is measured, as far as any was made. */
  double truth(double measured) {
    double low = 0;
    double high = most();
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (mean(middle) < Math.abs(measured)) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return Math.copySign((low + high) / 2, measured);
  }

  /**
   * The spread of the true lateralisation of which this spread is measured: the error's variance
   * does not belong to it, and means are smaller than the truth.
   *
   * @param mean measured
   * @param sd measured between participants; at least that of the error, or else there is no spread
   */
  double spread(double mean, double sd) {
    double error = error(truth(mean));
    double perTruth = mean(most() / 2) / (most() / 2);
    return Math.sqrt(Math.max(0, sd * sd - error * error)) / perTruth;
  }

  /** Levels from zero; what lies beyond the last counts as it. */
  private double place(double truth) {
    return Math.min(Math.abs(truth) / step, means.length - 1.0);
  }
}
