package io.chiasm.extraction.image;

import io.chiasm.contracts.photograph.Orientation;

/** Stored pixels, turned to how the photograph is to be shown. */
final class TurnedPixels {
  private TurnedPixels() {}

  static RgbImage of(RgbImage stored, Orientation orientation) {
    if (orientation.asStored()) {
      return stored;
    }
    int height = orientation.exchanged() ? stored.width() : stored.height();
    int width = orientation.exchanged() ? stored.height() : stored.width();
    byte[] samples = new byte[stored.samples().length];
    int to = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int from = RgbImage.CHANNELS * place(stored, orientation, y, x);
        for (int c = 0; c < RgbImage.CHANNELS; c++) {
          samples[to++] = stored.samples()[from + c];
        }
      }
    }
    return new RgbImage(height, width, samples);
  }

  private static int place(RgbImage stored, Orientation orientation, int y, int x) {
    int row = orientation.exchanged() ? x : y;
    int column = orientation.exchanged() ? y : x;
    int storedRow = orientation.fromBottom() ? stored.height() - 1 - row : row;
    int storedColumn = orientation.fromRight() ? stored.width() - 1 - column : column;
    return storedRow * stored.width() + storedColumn;
  }
}
