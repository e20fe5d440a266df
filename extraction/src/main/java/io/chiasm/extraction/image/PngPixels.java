package io.chiasm.extraction.image;

import java.awt.image.Raster;

/** From a PNG file's samples to red, green and blue, as Pillow converts them. */
final class PngPixels {
  private final PngHeader header;
  private final byte[] palette;

  private PngPixels(PngFile file) throws UnreadableImageException {
    this.header = file.header();
    this.palette = file.palette();
  }

  static RgbImage of(PngFile file) throws UnreadableImageException {
    PngPixels pixels = new PngPixels(file);
    return PngRows.read(file.header())
        ? pixels.read(PngRows.of(file))
        : pixels.read(ImageReading.raster("png", file.essential()));
  }

  private RgbImage read(PngRows rows) throws UnreadableImageException {
    return header.colour() == PngColour.RGB && header.depth() == 8
        ? new RgbImage(header.height(), header.width(), rows.packed())
        : read(rows::samples);
  }

  private RgbImage read(Raster raster) throws UnreadableImageException {
    checkRaster(raster);
    return read((y, row) -> raster.getPixels(0, y, header.width(), 1, row));
  }

  private RgbImage read(RowReading rows) throws UnreadableImageException {
    int channels = header.colour().channels();
    byte[] samples = new byte[RgbImage.CHANNELS * header.width() * header.height()];
    int[] row = new int[header.width() * channels];
    int to = 0;
    for (int y = 0; y < header.height(); y++) {
      rows.read(y, row);
      for (int from = 0; from < row.length; from += channels) {
        write(row, from, samples, to);
        to += RgbImage.CHANNELS;
      }
    }
    return new RgbImage(header.height(), header.width(), samples);
  }

  private void checkRaster(Raster raster) throws UnreadableImageException {
    boolean fits =
        raster.getNumBands() == header.colour().channels()
            && raster.getWidth() == header.width()
            && raster.getHeight() == header.height();
    if (!fits) {
      throw new UnreadableImageException("is damaged: its pixels do not fit its PNG header");
    }
  }

  private void write(int[] row, int from, byte[] samples, int to) throws UnreadableImageException {
    switch (header.colour()) {
      case GREY, GREY_ALPHA -> {
        byte grey = eightBits(row[from]);
        samples[to] = grey;
        samples[to + 1] = grey;
        samples[to + 2] = grey;
      }
      case RGB, RGBA -> {
        samples[to] = eightBits(row[from]);
        samples[to + 1] = eightBits(row[from + 1]);
        samples[to + 2] = eightBits(row[from + 2]);
      }
      case PALETTE -> {
        int entry = RgbImage.CHANNELS * row[from];
        if (entry + RgbImage.CHANNELS > palette.length) {
          throw new UnreadableImageException("uses colour " + row[from] + ", not in its palette");
        }
        System.arraycopy(palette, entry, samples, to, RgbImage.CHANNELS);
      }
    }
  }

  /** Spreads fewer bits over 0 to 255; of sixteen bits keeps the high byte. */
  private byte eightBits(int sample) {
    return switch (header.depth()) {
      case 8 -> (byte) sample;
      case 16 -> (byte) (sample >> 8);
      default -> (byte) (sample * 255 / ((1 << header.depth()) - 1));
    };
  }

  /** Puts the samples of row {@code y} into an array. */
  private interface RowReading {
    void read(int y, int[] row);
  }
}
