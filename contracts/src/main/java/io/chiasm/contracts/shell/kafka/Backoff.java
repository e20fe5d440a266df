package io.chiasm.contracts.shell.kafka;

import java.time.Duration;

/** Doubling waits between tries while the store or the broker is away. */
record Backoff(Duration first, Duration longest) {
  static final Backoff DEFAULT = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(15));

  /** Wait before try {@code attempt} + 1; the first try is number 1. */
  Duration after(int attempt) {
    int doublings = Math.min(attempt - 1, 20);
    Duration wait = first.multipliedBy(1L << doublings);
    return wait.compareTo(longest) < 0 ? wait : longest;
  }
}
