package io.chiasm.contracts.brain;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stimulus by its data set's own number, never by its position.
 *
 * @param number for NSD the 0-based number in {@code train-0001_nsd-00013.png}
 */
public record StimulusId(int number) implements Comparable<StimulusId> {
  private static final Pattern FORM = Pattern.compile("(?:nsd-)?([0-9]{1,9})");

  public StimulusId {
    if (number < 0) {
      throw new IllegalArgumentException("stimulus number " + number + " is negative");
    }
  }

  /** The stimulus that a text names as {@code nsd-00013} or {@code 13}; empty if it names none. */
  public static Optional<StimulusId> parse(String text) {
    Matcher form = FORM.matcher(text);
    return form.matches()
        ? Optional.of(new StimulusId(Integer.parseInt(form.group(1))))
        : Optional.empty();
  }

  @Override
  public int compareTo(StimulusId other) {
    return Integer.compare(number, other.number);
  }

  /** As in NSD file names: {@code nsd-00013}. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "nsd-%05d", number);
  }
}
