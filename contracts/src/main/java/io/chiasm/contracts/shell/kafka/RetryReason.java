package io.chiasm.contracts.shell.kafka;

import java.util.Locale;

/** Why a task is tried again. */
public enum RetryReason {
  /** Store or broker did not answer. */
  AWAY,
  /** Store or broker refused the connection or a right. */
  REFUSED,
  /** What came from the store was not what had been put there. */
  DAMAGED,
  /** The broker ended the worker's session. */
  SESSION,
  /** Another worker had it before and did not finish it. */
  REDELIVERED;

  /** Lower-case name. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
