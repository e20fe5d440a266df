package io.chiasm.aggregator.shell.study;

import io.chiasm.contracts.failure.InputException;

/** Something was asked for by a name that there is not. */
public final class UnknownException extends InputException {
  private static final long serialVersionUID = 1L;

  public UnknownException(String message) {
    super(message);
  }
}
