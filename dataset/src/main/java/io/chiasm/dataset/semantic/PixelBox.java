package io.chiasm.dataset.semantic;

/**
 * A box around something in a photograph, pixels from its upper left corner.
 *
 * @param x of the left edge
 * @param y of the upper edge
 */
public record PixelBox(double x, double y, double width, double height) {
  public PixelBox {
    if (!Double.isFinite(x + y + width + height) || width < 0 || height < 0) {
      throw new IllegalArgumentException(
          "not a box: %s, %s, %s, %s".formatted(x, y, width, height));
    }
  }
}
