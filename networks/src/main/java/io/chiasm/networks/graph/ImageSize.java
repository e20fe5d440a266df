package io.chiasm.networks.graph;

/**
 * Size of a network's input in pixels.
 *
 * @param height rows, from 1 to {@value #MAX}
 * @param width columns, from 1 to {@value #MAX}
 */
public record ImageSize(int height, int width) {
  /** Far above any classifier's; keeps products of extents within a long. */
  public static final int MAX = 8192;

  public ImageSize {
    if (height < 1 || height > MAX || width < 1 || width > MAX) {
      throw new IllegalArgumentException(
          "image size " + height + " x " + width + " is not within 1 to " + MAX);
    }
  }

  /** Height first: {@code 224 x 224}. */
  @Override
  public String toString() {
    return height + " x " + width;
  }
}
