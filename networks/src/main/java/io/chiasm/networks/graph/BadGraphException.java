package io.chiasm.networks.graph;

/**
 * A graph is not valid ONNX or contradicts itself. Inside this module only: it becomes an {@code
 * InputException} where the name of the file is known.
 */
public final class BadGraphException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BadGraphException(String message) {
    super(message);
  }
}
