package io.chiasm.aggregator.health;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Readings of all topics over time. Not for several threads. */
public final class TopicHistory {
  private final Map<String, Pace> written = new HashMap<>();
  private final Map<String, Pace> finished = new HashMap<>();

  /** Adds what was read at one moment and says how each topic is doing. */
  public List<TopicHealth> add(long nowMillis, List<TopicReading> readings) {
    return readings.stream().map(reading -> add(nowMillis, reading)).toList();
  }

  private TopicHealth add(long nowMillis, TopicReading reading) {
    Pace in = written.computeIfAbsent(reading.topic(), topic -> new Pace());
    in.add(nowMillis, reading.written());
    Pace out = finished.computeIfAbsent(reading.topic(), topic -> new Pace());
    Long lag = reading.lag();
    if (lag != null) {
      out.add(nowMillis, reading.written() - lag);
    }
    Double done = lag == null ? null : boxed(out.perSecond());
    Long oldest = reading.oldestMillis();
    return new TopicHealth(
        reading.topic(),
        reading.queue(),
        state(reading, in, out, nowMillis),
        reading.messages(),
        boxed(in.perSecond()),
        done,
        lag,
        oldest == null ? null : Math.max(0, nowMillis - oldest) / 1000,
        drain(lag, done),
        reading.consumers());
  }

  private static TopicState state(TopicReading reading, Pace in, Pace out, long nowMillis) {
    Long lag = reading.lag();
    if (lag == null || lag == 0) {
      return in.perSecond().orElse(0) > 0 ? TopicState.FLOWING : TopicState.IDLE;
    }
    if (reading.consumers() == 0) {
      return TopicState.UNATTENDED;
    }
    Long oldest = reading.oldestMillis();
    boolean waitsLong = oldest != null && nowMillis - oldest >= Pace.WINDOW_MILLIS;
    return waitsLong && out.still() ? TopicState.STILL : TopicState.FLOWING;
  }

  private static @Nullable Long drain(@Nullable Long lag, @Nullable Double perSecond) {
    return lag == null || lag == 0 || perSecond == null || perSecond <= 0
        ? null
        : (Long) (long) Math.ceil(lag / perSecond);
  }

  private static @Nullable Double boxed(OptionalDouble value) {
    return value.isPresent() ? (Double) value.getAsDouble() : null;
  }
}
