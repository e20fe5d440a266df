package io.chiasm.study.health;

import java.util.Locale;

/** What became of a dead letter. */
public enum LetterState {
  /** Nobody has looked after it. */
  OPEN,
  /** Its task was sent again, alone or with its study. */
  REPLAYED,
  /** Someone decided that it needs nothing. */
  DISCARDED;

  /** Lower-case name. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
