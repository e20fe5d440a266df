package io.chiasm.contracts.shell.kafka;

/** How one try of a task ended. */
sealed interface Attempt {
  /** The task is done. */
  record Done() implements Attempt {}

  /** The task will never work. */
  record Refused(String reason) implements Attempt {}

  /** The program is wrong, not the task or the world. */
  record Broken(Throwable bug) implements Attempt {}
}
