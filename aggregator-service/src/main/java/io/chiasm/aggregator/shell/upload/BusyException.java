package io.chiasm.aggregator.shell.upload;

import io.chiasm.contracts.failure.TransientException;

/** As many pieces are on their way as fit into memory. */
public final class BusyException extends TransientException {
  private static final long serialVersionUID = 1L;

  BusyException(int most) {
    super("the server takes " + most + " pieces of files at a time: send this one again", null);
  }
}
