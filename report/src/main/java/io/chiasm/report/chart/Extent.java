package io.chiasm.report.chart;

import io.chiasm.report.table.DecimalText;
import java.util.Comparator;
import java.util.List;

/** From the least to the greatest of named values, in words. */
final class Extent {
  private Extent() {}

  /** A value and what it belongs to. */
  record Named(String name, double value) {}

  /** {@code 0.012 (V4) to 0.345 (V1v)}; a single value by itself; NaN counts as no value. */
  static String of(List<Named> values) {
    List<Named> known = values.stream().filter(named -> !Double.isNaN(named.value())).toList();
    if (known.isEmpty()) {
      return "no value";
    }
    Comparator<Named> bySize = Comparator.comparingDouble(Named::value);
    Named least = known.stream().min(bySize).orElseThrow();
    Named greatest = known.stream().max(bySize).orElseThrow();
    return known.size() == 1 ? words(least) : words(least) + " to " + words(greatest);
  }

  private static String words(Named named) {
    return DecimalText.three(named.value()) + " (" + named.name() + ")";
  }
}
