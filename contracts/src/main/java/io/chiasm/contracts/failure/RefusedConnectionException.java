package io.chiasm.contracts.failure;

/**
 * The other side refuses the connection itself: a key it does not know, a certificate that does not
 * hold. Settings must be put right on one side, but no task is at fault, so none is given up for
 * it.
 */
public final class RefusedConnectionException extends InputException {
  private static final long serialVersionUID = 1L;

  public RefusedConnectionException(String message, Throwable cause) {
    super(message, cause);
  }
}
