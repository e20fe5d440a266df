package io.chiasm.contracts.store;

import io.chiasm.contracts.failure.InputException;

/** A reference points to an object that the store does not have. */
public class MissingObjectException extends InputException {
  private static final long serialVersionUID = 1L;

  private final transient ObjectKey key;

  public MissingObjectException(ObjectKey key) {
    super("no object " + key + " in the store");
    this.key = key;
  }

  /** What is not there. */
  public ObjectKey key() {
    return key;
  }
}
