package io.chiasm.contracts.store;

import io.chiasm.contracts.failure.InputException;

/**
 * An object's bytes are not what a reference or the store promised. They may have been spoilt on
 * their way, so they are read again before anything is given up for it.
 */
public class DamagedObjectException extends InputException {
  private static final long serialVersionUID = 1L;

  /**
   * @param what the property that differs, such as {@code sha256}
   */
  public DamagedObjectException(ObjectKey key, String what, Object expected, Object found) {
    super("object " + key + ": expected " + what + " " + expected + ", found " + found);
  }
}
