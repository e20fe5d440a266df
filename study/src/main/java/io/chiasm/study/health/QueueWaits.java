package io.chiasm.study.health;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Since when topics have been in the state that they are in. Derived from readings alone: a new
 * process sees the same, only since later. Not for several threads.
 */
public final class QueueWaits {
  private final Map<String, Since> known = new HashMap<>();

  private record Since(TopicState state, boolean attended, Instant begun) {}

  /** Adds a reading and says how long each topic has been as it is. */
  public Map<String, Wait> add(Instant now, Pipeline seen) {
    Map<String, Wait> waits =
        seen.topics().stream()
            .collect(Collectors.toMap(TopicHealth::topic, topic -> add(now, topic)));
    known.keySet().retainAll(waits.keySet());
    return Map.copyOf(waits);
  }

  private Wait add(Instant now, TopicHealth topic) {
    boolean attended = topic.consumers() > 0;
    Since before = known.get(topic.topic());
    if (before == null || before.state != topic.state() || before.attended != attended) {
      before = new Since(topic.state(), attended, now);
      known.put(topic.topic(), before);
    }
    return new Wait(topic, before.begun, Duration.between(before.begun, now));
  }

  /**
   * A topic and how long it has been so.
   *
   * @param begun when it was first seen so
   * @param length until the last reading
   */
  public record Wait(TopicHealth topic, Instant begun, Duration length) {
    /** When nobody began to be there, if that is not just passing. */
    Optional<Instant> desertedSince(Duration passing) {
      return topic.consumers() == 0 && length.compareTo(passing) >= 0
          ? Optional.of(begun)
          : Optional.empty();
    }

    /** When nothing began to be finished, if that is not just a long task. */
    Optional<Instant> stillSince(Duration longTask) {
      return topic.state() == TopicState.STILL && length.compareTo(longTask) >= 0
          ? Optional.of(begun)
          : Optional.empty();
    }

    /** Messages not finished; none where nobody counts. */
    long unfinished() {
      Long lag = topic.lag();
      return lag == null ? 0 : lag;
    }
  }
}
