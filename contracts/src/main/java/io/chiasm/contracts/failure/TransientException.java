package io.chiasm.contracts.failure;

import org.jspecify.annotations.Nullable;

/** The store or the broker is away; the same call may succeed later. Retried with back-off. */
public class TransientException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public TransientException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
