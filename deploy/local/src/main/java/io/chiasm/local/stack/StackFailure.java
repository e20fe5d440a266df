package io.chiasm.local.stack;

/** The embedded stack cannot go on; the message is for the user. */
public final class StackFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StackFailure(String message) {
    super(message);
  }
}
