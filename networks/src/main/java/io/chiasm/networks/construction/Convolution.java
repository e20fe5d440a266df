package io.chiasm.networks.construction;

import java.util.Locale;

/**
 * How a two-dimensional convolution or pool steps, the same along rows and columns.
 *
 * @param stride from one window to the next
 * @param before padding before the first row and column
 * @param after padding after the last row and column
 * @param dilation from one element of a window to the next
 * @param group how many groups the channels fall into
 */
public record Convolution(int stride, int before, int after, int dilation, int group) {
  public Convolution {
    if (stride < 1 || before < 0 || after < 0 || dilation < 1 || group < 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "stride %d, padding %d and %d, dilation %d, group %d",
              stride,
              before,
              after,
              dilation,
              group));
    }
  }

  /** This stride, without padding. */
  public static Convolution stride(int stride) {
    return new Convolution(stride, 0, 0, 1, 1);
  }

  /** With the same padding on every side. */
  public Convolution padded(int pixels) {
    return padded(pixels, pixels);
  }

  public Convolution padded(int first, int last) {
    return new Convolution(stride, first, last, dilation, group);
  }

  public Convolution dilated(int by) {
    return new Convolution(stride, before, after, by, group);
  }

  public Convolution grouped(int groups) {
    return new Convolution(stride, before, after, dilation, groups);
  }
}
