package io.chiasm.contracts.failure;

import org.jspecify.annotations.Nullable;

/**
 * The input will never work: a file, a setting or a message is wrong. Never retried. The message is
 * for the user and says what was wrong, where, and what would be right.
 */
public class InputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InputException(String message) {
    super(message);
  }

  public InputException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
