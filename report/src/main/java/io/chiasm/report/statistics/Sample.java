package io.chiasm.report.statistics;

import java.util.List;

/**
 * One value per unit, which is a participant in every test but the one across networks.
 *
 * @param values finite
 */
public record Sample(List<Double> values) {
  public Sample {
    values = List.copyOf(values);
    if (values.stream().anyMatch(value -> !Double.isFinite(value))) {
      throw new IllegalArgumentException("a sample holds what is not a number: " + values);
    }
  }

  public int n() {
    return values.size();
  }

  public double sum() {
    return values.stream().mapToDouble(Double::doubleValue).sum();
  }

  /** NaN without values. */
  public double mean() {
    return sum() / n();
  }

  public double sumOfSquares() {
    return values.stream().mapToDouble(value -> value * value).sum();
  }

  /** Standard deviation with {@code n − 1}; NaN for fewer than two values. */
  public double sd() {
    double mean = mean();
    double squares = values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
    return n() < 2 ? Double.NaN : Math.sqrt(squares / (n() - 1));
  }

  /**
   * Cohen's d for paired differences: mean over standard deviation. NaN for fewer than two values
   * and where all are equal.
   */
  public double dz() {
    double sd = sd();
    return sd > 0 ? mean() / sd : Double.NaN;
  }
}
