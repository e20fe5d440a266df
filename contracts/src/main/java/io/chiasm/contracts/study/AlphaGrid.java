package io.chiasm.contracts.study;

import java.util.List;
import java.util.stream.IntStream;

/** Ridge penalties spaced evenly on a logarithmic scale. */
public final class AlphaGrid {
  /** The default penalties: eleven, 1e-4, 1e-3 … 1e6. */
  public static final List<Double> DEFAULT = logSpaced(1e-4, 1e6, 11);

  /** Far above the round-off of an exponent (1e-13), far below any spacing that is meant. */
  private static final double SNAP = 1e-9;

  private AlphaGrid() {}

  /**
   * {@code count} penalties {@code 10^(a + i(b − a)/(count − 1))} with {@code a = log10(from)} and
   * {@code b = log10(to)}. Both ends are exact and so are whole powers of ten, so that a grid is
   * the same number for number wherever it is made.
   *
   * @throws IllegalArgumentException unless 0 &lt; from &lt; to, both finite, and count is at least
   *     2
   */
  public static List<Double> logSpaced(double from, double to, int count) {
    if (!(from > 0) || !(to > from) || Double.isInfinite(to) || count < 2) {
      throw new IllegalArgumentException(
          "no grid of " + count + " penalties from " + from + " to " + to);
    }
    // StrictMath: Math may differ in the last bit between machines, and penalties enter keys.
    double low = StrictMath.log10(from);
    double step = (StrictMath.log10(to) - low) / (count - 1);
    return IntStream.range(0, count)
        .mapToObj(i -> i == 0 ? from : i == count - 1 ? to : powerOfTen(low + i * step))
        .toList();
  }

  private static double powerOfTen(double exponent) {
    double whole = Math.rint(exponent);
    return Math.abs(exponent - whole) < SNAP
        ? Double.parseDouble("1e" + (int) whole)
        : StrictMath.pow(10, exponent);
  }
}
