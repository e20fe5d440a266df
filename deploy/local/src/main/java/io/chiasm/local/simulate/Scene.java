package io.chiasm.local.simulate;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/**
 * A photograph-like image: dead leaves, surfaces that occlude each other with sizes of a power law,
 * over 1/f clouds. Rendered at twice the size, so that edges are smooth.
 */
final class Scene {
  private static final int OVERSAMPLING = 2;

  private final int side;
  private final int[] rgb;

  private Scene(int side, int[] rgb) {
    this.side = side;
    this.rgb = rgb;
  }

  static Scene draw(int side, Draws draws) {
    int fine = side * OVERSAMPLING;
    CloudTexture clouds = new CloudTexture(fine, draws);
    Palette palette = new Palette(draws);
    float[] canvas = sky(fine, clouds, palette.draw(draws), draws.uniform(0.1, 0.35));
    int leaves = (int) (40 * StrictMath.exp(draws.uniform(0, 2)));
    for (int i = 0; i < leaves; i++) {
      new Leaf(fine, palette, draws).paint(canvas, fine, clouds);
    }
    return new Scene(side, averaged(canvas, side));
  }

  /** Side of the square in pixels. */
  int side() {
    return side;
  }

  /** {@code [pixel]}, row by row: luminance on the scale 0 to 1 (BT.601 weights). */
  float[] luminance() {
    float[] luminance = new float[rgb.length];
    for (int i = 0; i < rgb.length; i++) {
      int weighted =
          299 * (rgb[i] >> 16 & 0xff) + 587 * (rgb[i] >> 8 & 0xff) + 114 * (rgb[i] & 0xff);
      luminance[i] = weighted / 255_000f;
    }
    return luminance;
  }

  /** The image as the bytes of a PNG file. */
  byte[] png() {
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, side, side, rgb, 0, side);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, "png", out)) {
        throw new IllegalStateException("every Java platform writes PNG");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static float[] sky(int side, CloudTexture clouds, double[] colour, double contrast) {
    float[] canvas = new float[3 * side * side];
    for (int i = 0; i < canvas.length; i++) {
      float cloud = clouds.at(i / 3 % side, i / 3 / side);
      canvas[i] = (float) (colour[i % 3] * (1 + contrast * cloud));
    }
    return canvas;
  }

  private static int[] averaged(float[] canvas, int side) {
    int[] rgb = new int[side * side];
    for (int pixel = 0; pixel < rgb.length; pixel++) {
      for (int channel = 0; channel < 3; channel++) {
        rgb[pixel] = rgb[pixel] << 8 | byteOf(mean(canvas, side, pixel, channel));
      }
    }
    return rgb;
  }

  private static float mean(float[] canvas, int side, int pixel, int channel) {
    int fine = side * OVERSAMPLING;
    float sum = 0;
    for (int i = 0; i < OVERSAMPLING * OVERSAMPLING; i++) {
      int y = pixel / side * OVERSAMPLING + i / OVERSAMPLING;
      int x = pixel % side * OVERSAMPLING + i % OVERSAMPLING;
      sum += canvas[3 * (y * fine + x) + channel];
    }
    return sum / (OVERSAMPLING * OVERSAMPLING);
  }

  /** Highlights are compressed as film does, so that few of them are cut off. */
  private static int byteOf(float value) {
    float light = Math.max(0, value);
    return Math.min(255, Math.round(255 * 1.25f * light / (light + 0.5f)));
  }
}
