package io.chiasm.study.progress;

import java.util.Locale;

/** Where a study is in its life. */
public enum StudyState {
  IMPORTING,
  RUNNING,
  REPORTING,
  COMPLETED,
  FAILED,
  CANCELLED;

  /** Whether nothing more happens unless it is resumed. */
  public boolean ended() {
    return this == COMPLETED || this == FAILED || this == CANCELLED;
  }

  /** Lower-case name. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
