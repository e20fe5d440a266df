package io.chiasm.contracts.brain;

import java.util.regex.Pattern;

/** A person scanned, as the data set names them: {@code subj01}. */
public record ParticipantId(String value) implements Comparable<ParticipantId> {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

  public ParticipantId {
    if (!isName(value)) {
      throw new IllegalArgumentException(
          "participant '" + value + "' is not 1 to 64 letters, digits, '_' or '-'");
    }
  }

  /** Whether a participant may be named so. */
  public static boolean isName(String value) {
    return FORM.matcher(value).matches();
  }

  @Override
  public int compareTo(ParticipantId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
