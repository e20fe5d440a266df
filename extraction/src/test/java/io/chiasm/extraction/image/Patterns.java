package io.chiasm.extraction.image;

/** Made photographs that Python scripts make too. */
public final class Patterns {
  private Patterns() {}

  /** R = (3x+5y) % 256, G = (x·y) % 256, B = (x²+y) % 256. */
  public static RgbImage pattern(int width, int height) {
    byte[] samples = new byte[RgbImage.CHANNELS * width * height];
    int at = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        samples[at++] = (byte) (3 * x + 5 * y);
        samples[at++] = (byte) (x * y);
        samples[at++] = (byte) (x * x + y);
      }
    }
    return new RgbImage(height, width, samples);
  }
}
