package io.chiasm.networks.checkpoint;

/** What is wrong with a checkpoint, in words that follow the name of its file. */
final class BadCheckpointException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadCheckpointException(String message) {
    super(message);
  }

  BadCheckpointException(String message, Throwable cause) {
    super(message, cause);
  }
}
