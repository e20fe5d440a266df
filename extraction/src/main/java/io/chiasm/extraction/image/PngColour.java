package io.chiasm.extraction.image;

/** Colour types of a PNG file, with the bit depths that the standard allows for each. */
enum PngColour {
  GREY(0, 1, 1, 16),
  RGB(2, 3, 8, 16),
  PALETTE(3, 1, 1, 8),
  GREY_ALPHA(4, 2, 8, 16),
  RGBA(6, 4, 8, 16);

  private final int code;
  private final int channels;
  private final int least;
  private final int most;

  PngColour(int code, int channels, int least, int most) {
    this.code = code;
    this.channels = channels;
    this.least = least;
    this.most = most;
  }

  /** Samples per pixel in the file. */
  int channels() {
    return channels;
  }

  static PngColour of(int code, int depth) throws UnreadableImageException {
    for (PngColour colour : values()) {
      if (colour.code == code && colour.allows(depth)) {
        return colour;
      }
    }
    throw new UnreadableImageException(
        "is damaged: PNG has no colour type " + code + " with " + depth + " bits");
  }

  private boolean allows(int depth) {
    return depth >= least && depth <= most && Integer.bitCount(depth) == 1;
  }
}
