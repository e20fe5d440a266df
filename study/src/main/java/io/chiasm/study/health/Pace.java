package io.chiasm.study.health;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalDouble;

/** How fast a count grows, over the last minute. */
final class Pace {
  /** Long enough to smooth tasks of some seconds, short enough to notice that all stopped. */
  static final long WINDOW_MILLIS = 60_000;

  private final Deque<Sample> samples = new ArrayDeque<>();

  private record Sample(long atMillis, long count) {}

  /** Adds a reading. A count that fell was begun anew: what was before says nothing about it. */
  void add(long atMillis, long count) {
    if (!samples.isEmpty() && count < samples.getLast().count) {
      samples.clear();
    }
    samples.addLast(new Sample(atMillis, count));
    while (samples.size() > 2 && second().atMillis <= atMillis - WINDOW_MILLIS) {
      samples.removeFirst();
    }
  }

  private Sample second() {
    var all = samples.iterator();
    all.next();
    return all.next();
  }

  /** Growth per second; empty before there are two readings. */
  OptionalDouble perSecond() {
    if (samples.isEmpty() || spanMillis() <= 0) {
      return OptionalDouble.empty();
    }
    double grown = samples.getLast().count - (double) samples.getFirst().count;
    return OptionalDouble.of(grown * 1000 / spanMillis());
  }

  /** Whether a whole window was seen and nothing grew in it. */
  boolean still() {
    return !samples.isEmpty()
        && spanMillis() >= WINDOW_MILLIS
        && samples.getFirst().count == samples.getLast().count;
  }

  private long spanMillis() {
    return samples.getLast().atMillis - samples.getFirst().atMillis;
  }
}
