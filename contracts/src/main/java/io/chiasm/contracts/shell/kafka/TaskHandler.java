package io.chiasm.contracts.shell.kafka;

import io.chiasm.contracts.message.Message;

/**
 * Does one task. It may be given the same task again, so its outputs are repeatable and it skips
 * what is already there. A normal return means done; {@link
 * io.chiasm.contracts.failure.InputException} that it will never work; {@link
 * io.chiasm.contracts.failure.TransientException} that it may work later; anything else is a bug.
 */
@FunctionalInterface
public interface TaskHandler {
  void handle(Message task);
}
