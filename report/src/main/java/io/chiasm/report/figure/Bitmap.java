package io.chiasm.report.figure;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.DocumentLimits;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** A figure as PNG for a page: 300 dots per inch, letters as outlines, no font needed. */
public final class Bitmap {
  private static final double DOTS_PER_INCH = 300;
  private static final double CSS_PIXELS_PER_INCH = 96;
  private static final double POINTS_PER_INCH = 72;

  private Bitmap() {}

  public static byte[] png(Figure figure) {
    return figure instanceof SurfaceFigure surface
        ? withPictures(surface)
        : PngFile.encoded(drawn(document(figure.svg(Lettering.OUTLINES))), DOTS_PER_INCH);
  }

  /** Pictures are laid over the drawing as they are: encoding them for it would take long. */
  private static byte[] withPictures(SurfaceFigure figure) {
    List<Consumer<Graphics2D>> pictures = new ArrayList<>();
    String frame =
        figure.drawn(
            Lettering.OUTLINES,
            (drawing, picture, x, y, width, height) ->
                pictures.add(graphics -> picture.paint(graphics, x, y, width, height)));
    BufferedImage image = drawn(document(frame));
    Graphics2D graphics = image.createGraphics();
    graphics.scale(DOTS_PER_INCH / POINTS_PER_INCH, DOTS_PER_INCH / POINTS_PER_INCH);
    pictures.forEach(picture -> picture.accept(graphics));
    graphics.dispose();
    return PngFile.encoded(image, DOTS_PER_INCH);
  }

  private static SVGDocument document(String svg) {
    byte[] bytes = svg.getBytes(StandardCharsets.UTF_8);
    return Objects.requireNonNull(
        new SVGLoader().load(new ByteArrayInputStream(bytes), null, context()));
  }

  /** The reader's limits guard against strangers' drawings; this one is our own. */
  private static LoaderContext context() {
    int depth = DocumentLimits.DEFAULT_MAX_NESTING_DEPTH;
    return LoaderContext.builder()
        .documentLimits(new DocumentLimits(depth, depth, Integer.MAX_VALUE))
        .build();
  }

  private static BufferedImage drawn(SVGDocument document) {
    double scale = DOTS_PER_INCH / CSS_PIXELS_PER_INCH;
    int width = (int) Math.ceil(document.size().width * scale);
    int height = (int) Math.ceil(document.size().height * scale);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setColor(Color.WHITE); // else a fraction of a pixel stays black at the edge
      graphics.fillRect(0, 0, width, height);
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      graphics.scale(scale, scale);
      document.render(null, graphics);
    } finally {
      graphics.dispose();
    }
    return image;
  }
}
