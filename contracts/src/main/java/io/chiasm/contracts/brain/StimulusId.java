package io.chiasm.contracts.brain;

import java.util.Locale;

/**
 * A stimulus by its data set's own number, never by its position.
 *
 * @param number for NSD the 0-based number in {@code train-0001_nsd-00013.png}
 */
public record StimulusId(int number) implements Comparable<StimulusId> {
  public StimulusId {
    if (number < 0) {
      throw new IllegalArgumentException("stimulus number " + number + " is negative");
    }
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
