package io.chiasm.report.chart;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * The packed rows of an image. Every row is filtered in the same way, the better one for its kind
 * of image: trying all filters on every row, as most encoders do, takes longer than packing it.
 */
enum PngRows {
  /** Flat colours, lines and letters, whose rows repeat. */
  DRAWN(0) {
    @Override
    void filter(int[] pixels, byte[] row) {
      for (int i = 0; i < pixels.length; i++) {
        put(row, i, pixels[i]);
      }
    }
  },

  /** Shades that change little from a pixel to its neighbour: what is kept is the change. */
  SHADED(1) {
    @Override
    void filter(int[] pixels, byte[] row) {
      Arrays.fill(row, 1, row.length, (byte) 0);
      int left = 0;
      for (int i = 0; i < pixels.length; i++) {
        int pixel = pixels[i];
        if (pixel != left) {
          put(row, i, change(left, pixel));
          left = pixel;
        }
      }
    }
  };

  static final int CHANNELS = 3;
  private static final int BUFFER = 1 << 16;

  /** The last of the quick ones: the next packs drawings smaller by a fifth, in twice the time. */
  private static final int LEVEL = 3;

  private final byte filter;

  PngRows(int filter) {
    this.filter = (byte) filter;
  }

  /**
   * Sets a row's bytes but for the first.
   *
   * @param pixels {@code [column]} as 0xRRGGBB
   */
  abstract void filter(int[] pixels, byte[] row);

  /**
   * Rows from top to bottom, each its filter's number and its bytes, as one zlib stream.
   *
   * @param image of type {@link BufferedImage#TYPE_INT_RGB}
   */
  byte[] packed(BufferedImage image) {
    Deflater deflater = new Deflater(LEVEL);
    ByteArrayOutputStream packed = new ByteArrayOutputStream(BUFFER);
    try (DeflaterOutputStream out = new DeflaterOutputStream(packed, deflater, BUFFER)) {
      int[] pixels = new int[image.getWidth()];
      byte[] row = new byte[1 + CHANNELS * pixels.length];
      row[0] = filter;
      for (int y = 0; y < image.getHeight(); y++) {
        image.getRaster().getDataElements(0, y, pixels.length, 1, pixels);
        filter(pixels, row);
        out.write(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    } finally {
      deflater.end();
    }
    return packed.toByteArray();
  }

  private static void put(byte[] row, int column, int rgb) {
    int at = 1 + CHANNELS * column;
    row[at] = (byte) (rgb >> 16);
    row[at + 1] = (byte) (rgb >> 8);
    row[at + 2] = (byte) rgb;
  }

  /** Of each channel, modulo 256. */
  private static int change(int from, int to) {
    int red = (to >> 16) - (from >> 16);
    int green = (to >> 8 & 0xff) - (from >> 8 & 0xff);
    int blue = (to & 0xff) - (from & 0xff);
    return (red & 0xff) << 16 | (green & 0xff) << 8 | blue & 0xff;
  }
}
