package io.chiasm.images;

import org.jspecify.annotations.Nullable;

/** No image can be made; the message says what was wrong, where, and what would be right. */
public class ImageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ImageException(String message) {
    super(message);
  }

  public ImageException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
