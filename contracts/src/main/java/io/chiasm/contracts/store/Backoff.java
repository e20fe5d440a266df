package io.chiasm.contracts.store;

import java.time.Duration;

/**
 * Waits between tries that double up to a limit.
 *
 * @param first wait, after the first failure
 * @param longest wait that the doubling stops at
 */
public record Backoff(Duration first, Duration longest) {
  private static final int MOST_DOUBLINGS = 20;

  public Backoff {
    if (first.toMillis() < 1 || longest.compareTo(first) < 0) {
      throw new IllegalArgumentException(
          "first wait %s, longest %s: need 1 ms <= first <= longest".formatted(first, longest));
    }
  }

  /** Wait after this many failures, from 1. */
  public Duration after(int failures) {
    Duration wait = first.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
    return wait.compareTo(longest) < 0 ? wait : longest;
  }
}
