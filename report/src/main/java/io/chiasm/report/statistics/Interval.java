package io.chiasm.report.statistics;

/** Bounds of an estimate; NaN where there are too few units for any. */
public record Interval(double low, double high) {
  static final Interval NONE = new Interval(Double.NaN, Double.NaN);
}
