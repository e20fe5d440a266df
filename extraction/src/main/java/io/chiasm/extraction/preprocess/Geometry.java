package io.chiasm.extraction.preprocess;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.extraction.image.Interpolation;
import io.chiasm.extraction.image.PillowResize;
import io.chiasm.extraction.image.RgbImage;
import java.util.Locale;

/** Which part of a photograph becomes the input, and at which size. */
public sealed interface Geometry {
  /** Rows of the input. */
  int height();

  /** Columns of the input. */
  int width();

  /**
   * The resized part of the photograph that the network sees.
   *
   * @param name of the photograph, for error messages
   * @throws InputException if the photograph is far too narrow to be cropped
   */
  RgbImage apply(String name, RgbImage photograph, Interpolation interpolation);

  /** Text that differs whenever the result can differ. */
  String canonical();

  /** The whole photograph resized, aspect ratio ignored. */
  record WholeImage(int height, int width) implements Geometry {
    public WholeImage {
      checkSize(height, width);
    }

    @Override
    public RgbImage apply(String name, RgbImage photograph, Interpolation interpolation) {
      return PillowResize.resize(photograph, height, width, interpolation);
    }

    @Override
    public String canonical() {
      return "whole-image " + width + "x" + height;
    }
  }

  /**
   * torchvision's {@code Resize(shortSide)}, then {@code CenterCrop}.
   *
   * @param shortSide of the photograph after resizing, at least the crop's sides; the long side is
   *     {@code int(shortSide * long / short)}
   */
  record CentreCrop(int shortSide, int height, int width) implements Geometry {
    /** A resized side longer than this belongs to a strip, not to a photograph. */
    private static final int LONGEST = 50_000;

    public CentreCrop {
      checkSize(height, width);
      if (shortSide < Math.max(height, width)) {
        throw new IllegalArgumentException(
            "a short side of " + shortSide + " does not fill a crop of " + width + " x " + height);
      }
    }

    @Override
    public RgbImage apply(String name, RgbImage photograph, Interpolation interpolation) {
      int resizedHeight = resized(photograph.height(), name, photograph);
      int resizedWidth = resized(photograph.width(), name, photograph);
      RgbImage resized =
          PillowResize.resize(photograph, resizedHeight, resizedWidth, interpolation);
      int top = (int) Math.rint((resizedHeight - height) / 2.0);
      int left = (int) Math.rint((resizedWidth - width) / 2.0);
      return crop(resized, top, left);
    }

    private int resized(int side, String name, RgbImage photograph) {
      int shortest = Math.min(photograph.height(), photograph.width());
      long resized = (long) shortSide * side / shortest;
      if (resized > LONGEST) {
        throw new InputException(
            String.format(
                Locale.ROOT,
                "%s is %d x %d pixels: with a short side of %d its long side would have %d",
                name,
                photograph.width(),
                photograph.height(),
                shortSide,
                resized));
      }
      return (int) resized;
    }

    private RgbImage crop(RgbImage image, int top, int left) {
      int row = RgbImage.CHANNELS * width;
      byte[] out = new byte[row * height];
      for (int y = 0; y < height; y++) {
        int from = RgbImage.CHANNELS * ((top + y) * image.width() + left);
        System.arraycopy(image.samples(), from, out, y * row, row);
      }
      return new RgbImage(height, width, out);
    }

    @Override
    public String canonical() {
      return "centre-crop " + shortSide + " " + width + "x" + height;
    }
  }

  private static void checkSize(int height, int width) {
    if (height < 1 || width < 1 || (long) height * width > 1 << 24) {
      throw new IllegalArgumentException("not an input size: " + width + " x " + height);
    }
  }
}
