package io.chiasm.aggregator.shell.study;

import io.chiasm.contracts.failure.InputException;

/** A study or a result was asked for that there is not. */
public final class UnknownException extends InputException {
  private static final long serialVersionUID = 1L;

  UnknownException(String message) {
    super(message);
  }
}
