package io.chiasm.contracts.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;

/** A clock that only pauses move; nothing sleeps. */
final class FakeTime implements InstantSource, Retry.Pause {
  private final List<Duration> pauses = new CopyOnWriteArrayList<>();

  @Override
  public Instant instant() {
    return Instant.EPOCH.plus(pauses.stream().reduce(Duration.ZERO, Duration::plus));
  }

  @Override
  public void pause(Duration length) {
    pauses.add(length);
  }

  List<Duration> pauses() {
    return pauses;
  }

  Retry retry(RetryPolicy policy) {
    return new Retry(policy, new SplittableRandom(1), this, this);
  }
}
