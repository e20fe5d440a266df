package io.chiasm.extraction.image;

import java.util.Arrays;

/**
 * Resizes as Pillow's {@code Image.resize} does, to the last bit: a horizontal, then a vertical
 * pass in 22-bit fixed point, with the samples rounded to 8 bits between them. The filter widens
 * when reducing, so nothing aliases.
 *
 * <p>Exact for Pillow up to 12.3. From 13.0 on Pillow swaps the passes where the height shrinks
 * much more than the width (a tall strip made square), which changes single samples by rounding;
 * here the order stays, so that the same photograph gives the same pixels whatever its shape.
 */
public final class PillowResize {
  private static final int C = RgbImage.CHANNELS;
  private static final int HALF = 1 << (ResizeWeights.FRACTION_BITS - 1);

  private PillowResize() {}

  /** The image at another size; the aspect ratio follows the sizes asked for. */
  public static RgbImage resize(RgbImage image, int height, int width, Interpolation filter) {
    RgbImage wide = image.width() == width ? image : horizontal(image, width, filter);
    return wide.height() == height ? wide : vertical(wide, height, filter);
  }

  private static RgbImage horizontal(RgbImage image, int width, Interpolation filter) {
    ResizeWeights weights = ResizeWeights.of(image.width(), width, filter);
    byte[] in = image.samples();
    byte[] out = new byte[C * width * image.height()];
    int to = 0;
    for (int y = 0; y < image.height(); y++) {
      int row = y * C * image.width();
      for (int x = 0; x < width; x++) {
        average(in, row + C * weights.first(x), weights.of(x), out, to);
        to += C;
      }
    }
    return new RgbImage(image.height(), width, out);
  }

  /** Writes one pixel from neighbours in a row. */
  private static void average(byte[] in, int from, int[] weights, byte[] out, int to) {
    int red = HALF;
    int green = HALF;
    int blue = HALF;
    int at = from;
    for (int weight : weights) {
      red += (in[at] & 0xFF) * weight;
      green += (in[at + 1] & 0xFF) * weight;
      blue += (in[at + 2] & 0xFF) * weight;
      at += C;
    }
    out[to] = clip(red);
    out[to + 1] = clip(green);
    out[to + 2] = clip(blue);
  }

  private static RgbImage vertical(RgbImage image, int height, Interpolation filter) {
    ResizeWeights weights = ResizeWeights.of(image.height(), height, filter);
    int row = C * image.width();
    byte[] in = image.samples();
    byte[] out = new byte[row * height];
    int[] sums = new int[row];
    for (int y = 0; y < height; y++) {
      Arrays.fill(sums, HALF);
      int from = weights.first(y) * row;
      for (int weight : weights.of(y)) {
        add(in, from, weight, sums);
        from += row;
      }
      for (int i = 0; i < row; i++) {
        out[y * row + i] = clip(sums[i]);
      }
    }
    return new RgbImage(height, image.width(), out);
  }

  private static void add(byte[] in, int from, int weight, int[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += (in[from + i] & 0xFF) * weight;
    }
  }

  private static byte clip(int sum) {
    return (byte) Math.max(0, Math.min(255, sum >> ResizeWeights.FRACTION_BITS));
  }
}
