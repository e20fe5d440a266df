package io.chiasm.aggregator.shell.study;

import io.chiasm.aggregator.shell.config.AggregatorConfig;
import java.time.Duration;

/** The defaults, but no rescue: what stands still is to be seen. */
record UsualSettings() implements AggregatorConfig.Aggregator {
  @Override
  public Duration pulse() {
    return Duration.ofSeconds(1);
  }

  @Override
  public Duration preview() {
    return Duration.ofSeconds(5);
  }

  @Override
  public Duration look() {
    return Duration.ofMillis(500);
  }

  @Override
  public Duration glance() {
    return Duration.ofSeconds(10);
  }

  @Override
  public Duration rescue() {
    return Duration.ofHours(1);
  }

  @Override
  public int window() {
    return 200;
  }
}
