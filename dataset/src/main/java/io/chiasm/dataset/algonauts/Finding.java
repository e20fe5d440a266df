package io.chiasm.dataset.algonauts;

import java.util.Locale;

/**
 * One thing found in a data set.
 *
 * @param severity whether a study can run with it
 * @param file relative to the data set's folder; {@code .} for the folder itself
 * @param wrong what is wrong, or for a note what is so
 * @param right what would be right, or what follows; may be empty for a note
 */
public record Finding(Severity severity, String file, String wrong, String right) {
  /** Whether a study can run with a finding. */
  public enum Severity {
    /** It cannot. */
    ERROR,
    /** It can, and its user should know. */
    WARNING,
    /** It can, and this is usual. */
    NOTE
  }

  /** As one line: {@code error: subj01/…: 3 images for 4 rows; …}. */
  @Override
  public String toString() {
    return severity.name().toLowerCase(Locale.ROOT) + ": " + place();
  }

  /** As one line without the severity. */
  String place() {
    return file + ": " + words();
  }

  /** As one line without severity and file. */
  public String words() {
    return wrong + (right.isEmpty() ? "" : "; " + right);
  }
}
