package io.chiasm.contracts.telemetry;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a piece of work took.
 *
 * @param machine kind of machine that did it, in words
 * @param seconds of that machine
 */
public record Effort(String machine, double seconds) {
  private static final int LONGEST = 200;

  public Effort {
    if (machine.isBlank() || machine.length() > LONGEST) {
      throw new IllegalArgumentException("no kind of machine: " + machine.length() + " characters");
    }
    if (!(seconds >= 0) || Double.isInfinite(seconds)) {
      throw new IllegalArgumentException("no time: " + seconds);
    }
  }

  /** The seconds with milliseconds, as events say them. */
  public String secondsText() {
    return String.format(Locale.ROOT, "%.3f", seconds);
  }

  /** What an event says of it; empty if it says nothing, or nothing that can be understood. */
  public static Optional<Effort> parse(@Nullable Object machine, @Nullable Object seconds) {
    if (machine == null || seconds == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Effort(machine.toString(), Double.parseDouble(seconds.toString())));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
