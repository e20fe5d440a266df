package io.chiasm.aggregator.shell.health;

import io.chiasm.contracts.failure.TransientException;

/**
 * What was seen last.
 *
 * @param trouble why it is not newer; empty if it is
 */
record Look<T>(T seen, String trouble) {
  /** The same, which a look has failed to renew. */
  Look<T> failed(String why) {
    return new Look<>(seen, why);
  }

  /**
   * What was seen, if the last look saw it.
   *
   * @param what it is, for the error
   * @throws TransientException if it is older
   */
  T now(String what) {
    if (!trouble.isEmpty()) {
      throw new TransientException(what + " are not known: " + trouble, null);
    }
    return seen;
  }
}
