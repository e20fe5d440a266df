package io.chiasm.extraction.image;

/**
 * What a photograph may cost before it is decoded, so that a small file cannot fill the memory.
 *
 * @param bytes largest file
 * @param pixels largest width times height
 */
public record ImageLimits(int bytes, int pixels) {
  /** 64 MiB and 50 million pixels: any camera's photograph, 150 MB when decoded. */
  public static final ImageLimits DEFAULT = new ImageLimits(64 << 20, 50_000_000);

  /** Longest sample array that Java can hold, with a little room. */
  private static final int MOST_PIXELS = (Integer.MAX_VALUE - 16) / RgbImage.CHANNELS;

  public ImageLimits {
    if (bytes < 1 || pixels < 1 || pixels > MOST_PIXELS) {
      throw new IllegalArgumentException(
          "image limits out of range: " + bytes + " bytes, " + pixels + " pixels");
    }
  }

  void checkBytes(int found) throws UnreadableImageException {
    if (found > bytes) {
      throw new UnreadableImageException(
          "has " + found + " bytes, more than the " + bytes + " allowed");
    }
  }

  void checkSize(long width, long height) throws UnreadableImageException {
    if (width < 1 || height < 1) {
      throw new UnreadableImageException("says it is " + width + " x " + height + " pixels");
    }
    if (width * height > pixels) {
      throw new UnreadableImageException(
          "is " + width + " x " + height + " pixels, more than the " + pixels + " allowed");
    }
  }
}
