package io.chiasm.contracts.pickle;

import java.io.Serial;

/** A pickle that is broken; the message says how. */
public final class PickleException extends IllegalArgumentException {
  @Serial private static final long serialVersionUID = 1L;

  PickleException(String message) {
    super(message);
  }
}
