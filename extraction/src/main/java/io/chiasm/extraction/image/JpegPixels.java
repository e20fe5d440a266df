package io.chiasm.extraction.image;

import java.awt.image.Raster;

/** From a JPEG file's decoded samples to red, green and blue. */
final class JpegPixels {
  private JpegPixels() {}

  static RgbImage of(JpegFile file) throws UnreadableImageException {
    Raster raster = ImageReading.raster("jpeg", file.essential());
    int channels = raster.getNumBands();
    int width = raster.getWidth();
    byte[] samples = new byte[RgbImage.CHANNELS * width * raster.getHeight()];
    int[] row = new int[width * channels];
    int to = 0;
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getPixels(0, y, width, 1, row);
      for (int x = 0; x < width; x++) {
        for (int c = 0; c < RgbImage.CHANNELS; c++) {
          samples[to++] = (byte) row[x * channels + Math.min(c, channels - 1)];
        }
      }
    }
    return new RgbImage(raster.getHeight(), width, samples);
  }
}
