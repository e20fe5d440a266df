package io.chiasm.aggregator.statistics;

import java.util.List;

/**
 * One value per unit, which is a participant in every test but the one across networks.
 *
 * @param values finite
 */
record Sample(List<Double> values) {
  Sample {
    values = List.copyOf(values);
    if (values.stream().anyMatch(value -> !Double.isFinite(value))) {
      throw new IllegalArgumentException("a sample holds what is not a number: " + values);
    }
  }

  int n() {
    return values.size();
  }

  double sum() {
    return values.stream().mapToDouble(Double::doubleValue).sum();
  }

  /** NaN without values. */
  double mean() {
    return sum() / n();
  }

  double sumOfSquares() {
    return values.stream().mapToDouble(value -> value * value).sum();
  }

  /** Standard deviation with {@code n − 1}; NaN for fewer than two values. */
  double sd() {
    double mean = mean();
    double squares = values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
    return n() < 2 ? Double.NaN : Math.sqrt(squares / (n() - 1));
  }

  /**
   * Cohen's d for paired differences: mean over standard deviation. NaN for fewer than two values
   * and where all are equal.
   */
  double dz() {
    double sd = sd();
    return sd > 0 ? mean() / sd : Double.NaN;
  }
}
