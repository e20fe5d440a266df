package io.chiasm.contracts.store;

import java.time.Duration;

/**
 * How long and how often a call is tried again.
 *
 * @param firstPause upper bound of the pause after the first failure; doubles with every failure
 * @param longestPause upper bound that the doubling stops at
 * @param deadline time from the first try after which no other begins
 */
public record RetryPolicy(Duration firstPause, Duration longestPause, Duration deadline) {
  /** 100 ms, doubling up to 10 s, for two minutes: outlasts a restart of the store. */
  public static final RetryPolicy STANDARD =
      new RetryPolicy(Duration.ofMillis(100), Duration.ofSeconds(10), Duration.ofMinutes(2));

  public RetryPolicy {
    if (firstPause.toMillis() < 1
        || longestPause.compareTo(firstPause) < 0
        || deadline.isNegative()) {
      throw new IllegalArgumentException(
          "first pause %s, longest pause %s, deadline %s: need 1 ms <= first <= longest"
              .formatted(firstPause, longestPause, deadline));
    }
  }

  /** Upper bound of the pause after this many failures. */
  Duration bound(int failures) {
    Duration bound = firstPause;
    for (int i = 1; i < failures && bound.compareTo(longestPause) < 0; i++) {
      bound = bound.multipliedBy(2);
    }
    return bound.compareTo(longestPause) < 0 ? bound : longestPause;
  }
}
