package io.chiasm.contracts.shell.kafka;

import java.util.Optional;

/** How one try of a task ended. */
sealed interface Attempt {
  /** Why it came to nothing, if it did. */
  default Optional<String> failure() {
    return Optional.empty();
  }

  /** The task is done. */
  record Done() implements Attempt {}

  /** The worker ends before the task does: another may take it. */
  record PutBack() implements Attempt {
    @Override
    public Optional<String> failure() {
      return Optional.of("put back");
    }
  }

  /** The task will never work. */
  record Refused(String reason) implements Attempt {
    @Override
    public Optional<String> failure() {
      return Optional.of(reason);
    }
  }

  /** The program is wrong, not the task or the world. */
  record Broken(Throwable bug) implements Attempt {
    @Override
    public Optional<String> failure() {
      return Optional.of(bug.toString());
    }
  }
}
