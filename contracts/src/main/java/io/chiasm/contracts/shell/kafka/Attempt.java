package io.chiasm.contracts.shell.kafka;

/** How one try of a task ended. */
sealed interface Attempt {
  /** The task is done. */
  record Done() implements Attempt {}

  /** The worker ends while the task waits for the store or the broker: another may take it. */
  record PutBack() implements Attempt {}

  /** The task will never work. */
  record Refused(String reason) implements Attempt {}

  /** The program is wrong, not the task or the world. */
  record Broken(Throwable bug) implements Attempt {}
}
