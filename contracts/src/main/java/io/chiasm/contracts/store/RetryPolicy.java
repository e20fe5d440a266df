package io.chiasm.contracts.store;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * How long and how often a call is tried again.
 *
 * @param pauses upper bounds of the pauses
 * @param deadline time from the first try after which no other begins
 */
public record RetryPolicy(Backoff pauses, Duration deadline) {
  /** 100 ms, doubling up to 10 s, for two minutes: outlasts a restart of the store. */
  public static final RetryPolicy STANDARD =
      new RetryPolicy(
          new Backoff(Duration.ofMillis(100), Duration.ofSeconds(10)), Duration.ofMinutes(2));

  public RetryPolicy {
    if (deadline.isNegative()) {
      throw new IllegalArgumentException("the deadline " + deadline + " is negative");
    }
  }

  /** For as long as it takes. */
  public static RetryPolicy endless(Backoff pauses) {
    return new RetryPolicy(pauses, ChronoUnit.FOREVER.getDuration());
  }
}
