package io.chiasm.report.chart;

import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/**
 * The vertical axis: holds zero and all values, with ticks at round numbers.
 *
 * @param low value at the lower end, at most zero
 * @param high value at the upper end, above {@code low}
 * @param step distance of two ticks
 * @param decimals digits after the point that the step needs
 * @param places names of 0, 1, 2 …; empty for an axis of numbers
 */
record Axis(double low, double high, double step, int decimals, List<String> places) {
  private static final int TICKS = 5;

  /** Room beyond the outermost value, as a share of the range. */
  private static final double MARGIN = 0.03;

  private static final double WIDE_MARGIN = 0.08;

  private static final double HALF = 0.5;

  /** An axis of names. */
  static Axis of(List<String> places) {
    return new Axis(-HALF, places.size() - HALF, 1, 0, places);
  }

  /** An axis around zero and the values; what is not finite among them is ignored. */
  static Axis around(DoubleStream values) {
    double[] finite = values.filter(Double::isFinite).toArray();
    double least = Math.min(0, DoubleStream.of(finite).min().orElse(0));
    double most = Math.max(0, DoubleStream.of(finite).max().orElse(0));
    double range = most > least ? most - least : 1;
    double low = least < 0 ? least - MARGIN * range : 0;
    double high = most > 0 || least == 0 ? Math.max(most, least + range) + MARGIN * range : 0;
    return between(low, high, range);
  }

  /** An axis over the values, with or without zero. */
  static Axis over(DoubleStream values) {
    double[] finite = values.filter(Double::isFinite).toArray();
    double least = DoubleStream.of(finite).min().orElse(0);
    double most = DoubleStream.of(finite).max().orElse(0);
    double range = most > least ? most - least : 1;
    return between(least - WIDE_MARGIN * range, most + WIDE_MARGIN * range, range);
  }

  private static Axis between(double low, double high, double range) {
    int power = (int) Math.floor(Math.log10(range / TICKS));
    int round = round(range / TICKS / Math.pow(10, power));
    int decimals = Math.max(0, round == 10 ? -power - 1 : -power);
    return new Axis(low, high, round * Math.pow(10, power), decimals, List.of());
  }

  /** The nearest of 1, 2, 5, 10. */
  private static int round(double step) {
    if (step < 1.5) {
      return 1;
    }
    return step < 3 ? 2 : step < 7 ? 5 : 10;
  }

  /** Share of the axis below this value, 0 to 1. */
  double share(double value) {
    return (value - low) / (high - low);
  }

  List<Double> ticks() {
    long first = (long) Math.ceil(low / step);
    long last = (long) Math.floor(high / step);
    return LongStream.rangeClosed(first, last).mapToObj(i -> i * step).toList();
  }

  /** A tick's name, or its number with a true minus sign. */
  String label(double tick) {
    if (!places.isEmpty()) {
      return places.get((int) tick);
    }
    String text = String.format(Locale.ROOT, "%." + decimals + "f", tick);
    return text.startsWith("-") ? "−" + text.substring(1) : text;
  }
}
