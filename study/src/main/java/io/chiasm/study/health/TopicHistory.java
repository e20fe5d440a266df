package io.chiasm.study.health;

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
    Long unfinished = reading.lag();
    if (unfinished != null) {
      out.add(nowMillis, reading.written() - unfinished);
    }
    Long lag = all(reading);
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

  /** What is to do: on the topic, and not written yet. */
  private static @Nullable Long all(TopicReading reading) {
    Long lag = reading.lag();
    return lag == null ? null : (Long) (lag + reading.held());
  }

  private static TopicState state(TopicReading reading, Pace in, Pace out, long nowMillis) {
    Long lag = all(reading);
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
