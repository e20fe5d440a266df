package io.chiasm.extraction.image;

/** Why a file is no photograph that can be read; continues a sentence that begins with its name. */
final class UnreadableImageException extends Exception {
  private static final long serialVersionUID = 1L;

  UnreadableImageException(String reason) {
    super(reason);
  }
}
