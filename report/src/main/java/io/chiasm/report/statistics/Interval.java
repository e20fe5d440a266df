package io.chiasm.report.statistics;

/** Bounds of an estimate; NaN where there are too few units for any. */
public record Interval(double low, double high) {
  /** No bounds. */
  public static final Interval NONE = new Interval(Double.NaN, Double.NaN);

  /** Whether all of it lies on one side of 0. */
  public boolean excludesZero() {
    return low > 0 || high < 0;
  }
}
