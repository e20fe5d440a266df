package io.chiasm.service.shell.meters;

import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** Limits of histograms: few, and the same everywhere, so that they can be added up. */
enum Buckets {
  /** Tasks and what waits for them: a tenth of a second to an hour. */
  WORK(100, 500, 1_000, 2_500, 5_000, 10_000, 30_000, 60_000, 300_000, 900_000, 3_600_000),
  /** Requests to a store: two milliseconds to half a minute. */
  REQUEST(2, 5, 10, 25, 50, 100, 250, 500, 1_000, 5_000, 30_000);

  private final Duration[] limits;

  Buckets(int... millis) {
    limits = new Duration[millis.length];
    for (int i = 0; i < millis.length; i++) {
      limits[i] = Duration.ofMillis(millis[i]);
    }
  }

  Timer.Builder timer(String name) {
    return Timer.builder(name).serviceLevelObjectives(limits);
  }
}
