package io.chiasm.report.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** A figure as PNG for a page: 300 dots per inch. */
final class Bitmap {
  private static final double DOTS_PER_INCH = 300;

  private Bitmap() {}

  /**
   * @param rendering of the same figure
   */
  static byte[] png(Figure figure, Rendering rendering) {
    BufferedImage image = drawn(rendering);
    PngRows rows = rendering.pictures().isEmpty() ? PngRows.DRAWN : PngRows.SHADED;
    return PngFile.encoded(
        image.getWidth(),
        image.getHeight(),
        DOTS_PER_INCH,
        rows.packed(image),
        figure.alternative());
  }

  private static BufferedImage drawn(Rendering rendering) {
    int width = (int) Math.ceil(rendering.width(DOTS_PER_INCH));
    int height = (int) Math.ceil(rendering.height(DOTS_PER_INCH));
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setColor(Color.WHITE); // else a fraction of a pixel stays black at the edge
      graphics.fillRect(0, 0, width, height);
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      rendering.paint(graphics, DOTS_PER_INCH);
    } finally {
      graphics.dispose();
    }
    return image;
  }
}
