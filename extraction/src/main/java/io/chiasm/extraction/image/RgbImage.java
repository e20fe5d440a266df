package io.chiasm.extraction.image;

/**
 * A photograph's pixels {@code [row, column, channel]}, red first, 0 to 255 as unsigned bytes. The
 * array is shared, not copied: whoever makes an image hands it over.
 */
public final class RgbImage {
  /** Red, green, blue. */
  public static final int CHANNELS = 3;

  private final int height;
  private final int width;
  private final byte[] samples;

  /**
   * @param samples {@code [row, column, channel]}
   * @throws IllegalArgumentException if the array does not hold exactly the image's samples
   */
  public RgbImage(int height, int width, byte[] samples) {
    if (height < 1 || width < 1 || (long) CHANNELS * height * width != samples.length) {
      throw new IllegalArgumentException(
          samples.length + " samples do not make an image of " + width + " x " + height);
    }
    this.height = height;
    this.width = width;
    this.samples = samples;
  }

  public int height() {
    return height;
  }

  public int width() {
    return width;
  }

  /** The samples themselves, {@code [row, column, channel]}. */
  public byte[] samples() {
    return samples;
  }
}
