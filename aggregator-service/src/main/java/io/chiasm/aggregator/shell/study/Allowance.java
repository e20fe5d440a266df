package io.chiasm.aggregator.shell.study;

/** So many per second, unused ones kept for a few seconds. For one thread. */
final class Allowance {
  private static final int SECONDS_KEPT = 5;

  private final int perSecond;
  private double left;
  private long last;

  /**
   * @param nanos now
   */
  Allowance(int perSecond, long nanos) {
    this.perSecond = perSecond;
    this.left = perSecond;
    this.last = nanos;
  }

  /**
   * How many there are.
   *
   * @param nanos now
   */
  int at(long nanos) {
    left = Math.min(SECONDS_KEPT * (double) perSecond, left + (nanos - last) / 1e9 * perSecond);
    last = nanos;
    return (int) left;
  }

  void take(int count) {
    left -= count;
  }
}
