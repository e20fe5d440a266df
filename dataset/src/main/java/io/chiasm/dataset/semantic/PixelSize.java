package io.chiasm.dataset.semantic;

/** Size of a photograph, pixels, at least 1. */
public record PixelSize(int width, int height) {
  public PixelSize {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("not a size: " + width + " x " + height);
    }
  }
}
