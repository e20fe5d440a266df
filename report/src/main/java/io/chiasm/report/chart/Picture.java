package io.chiasm.report.chart;

import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A bitmap within a figure. */
public final class Picture {
  private static final double DOTS_PER_INCH = 300;

  private final String label;
  private final BufferedImage image;
  private byte @Nullable [] packed;

  /**
   * @param label written over the picture
   * @param image of type {@link BufferedImage#TYPE_INT_RGB}
   */
  public Picture(String label, BufferedImage image) {
    this.label = label;
    this.image = image;
  }

  String label() {
    return label;
  }

  int width() {
    return image.getWidth();
  }

  int height() {
    return image.getHeight();
  }

  /** The picture as a {@code data:} address, smaller by a whole factor. */
  String address(int reduction) {
    byte[] png =
        reduction == 1
            ? PngFile.encoded(width(), height(), DOTS_PER_INCH, packed())
            : reducedPng(reduction);
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
  }

  /** The rows as {@link PngRows#SHADED}: packed once for the drawing and the page of paper. */
  synchronized byte[] packed() {
    if (packed == null) {
      packed = PngRows.SHADED.packed(image);
    }
    return packed;
  }

  /** Whether this is the picture's image, and not one of the same content. */
  boolean is(Image other) {
    return image == other;
  }

  /** Draws the picture into a rectangle, pixel by pixel where the sizes agree. */
  void paint(Graphics2D graphics, double x, double y, double width, double height) {
    AffineTransform place = AffineTransform.getTranslateInstance(x, y);
    place.scale(width / width(), height / height());
    graphics.drawImage(image, place, null);
  }

  private byte[] reducedPng(int reduction) {
    BufferedImage small = reduced(reduction);
    byte[] rows = PngRows.SHADED.packed(small);
    return PngFile.encoded(small.getWidth(), small.getHeight(), DOTS_PER_INCH / reduction, rows);
  }

  private BufferedImage reduced(int reduction) {
    int width = Math.max(1, width() / reduction);
    int height = Math.max(1, height() / reduction);
    BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = small.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(image, 0, 0, width, height, null);
    graphics.dispose();
    return small;
  }
}
