package io.chiasm.local.power;

import java.util.List;
import java.util.stream.IntStream;

/** The true differences that are tried if none are named. */
final class Effects {
  private static final int STEPS = 12;

  /** Cohen's d of the largest; with 0.8 power six participants show 1.8. */
  private static final double LARGEST = 2.2;

  private Effects() {}

  /**
   * From 0 by round steps, up to where nearly all studies show the effect or the most there is.
   *
   * @param spread of the true lateralisation between participants
   */
  static List<Double> of(Measurement measurement, double spread) {
    double error = measurement.error(0);
    double wanted = LARGEST * Math.sqrt(spread * spread + error * error) / STEPS;
    double step = round(Math.max(wanted, 1e-4));
    return IntStream.rangeClosed(0, STEPS)
        .mapToObj(i -> i * step)
        .filter(effect -> effect <= measurement.most())
        .toList();
  }

  /** The next of 1, 2, 2.5, 5, 10 at this power of ten. */
  private static double round(double step) {
    double unit = Math.pow(10, Math.floor(Math.log10(step)));
    return List.of(1.0, 2.0, 2.5, 5.0, 10.0).stream()
        .map(factor -> factor * unit)
        .filter(candidate -> candidate >= step * (1 - 1e-9))
        .findFirst()
        .orElse(10 * unit);
  }
}
