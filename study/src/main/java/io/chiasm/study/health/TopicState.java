package io.chiasm.study.health;

import java.util.Locale;

/** What a topic's figures mean. */
public enum TopicState {
  /** Nothing waits and nothing comes. */
  IDLE,
  /** Messages come and are worked off. */
  FLOWING,
  /** Something waits and nobody takes it. */
  UNATTENDED,
  /** Something waits and nothing was finished for a minute: long tasks, or stuck. */
  STILL;

  /** Lower-case name. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
