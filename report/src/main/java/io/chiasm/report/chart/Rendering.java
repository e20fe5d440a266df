package io.chiasm.report.chart;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.DocumentLimits;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import java.awt.Graphics2D;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** A figure as it is painted on paper, letters as outlines, so that no font is needed. */
final class Rendering {
  private static final double CSS_PIXELS_PER_INCH = 96;
  private static final double POINTS_PER_INCH = 72;

  private final SVGDocument document;
  private final List<Placed> pictures = new ArrayList<>();

  /** A picture and its place; lengths in points. */
  private record Placed(Picture picture, double x, double y, double width, double height) {
    void paint(Graphics2D graphics) {
      picture.paint(graphics, x, y, width, height);
    }
  }

  Rendering(Figure figure) {
    document = document(figure instanceof SurfaceFigure surface ? frame(surface) : svg(figure));
  }

  private static String svg(Figure figure) {
    return figure.svg(Lettering.OUTLINES);
  }

  /** Pictures are laid over the drawing as they are: encoding them for it would take long. */
  private String frame(SurfaceFigure figure) {
    return figure.drawn(
        Lettering.OUTLINES,
        (drawing, picture, x, y, width, height) ->
            pictures.add(new Placed(picture, x, y, width, height)));
  }

  /** What is laid over the drawing. */
  List<Picture> pictures() {
    return pictures.stream().map(Placed::picture).toList();
  }

  /** In dots. */
  double width(double dotsPerInch) {
    return document.size().width * (dotsPerInch / CSS_PIXELS_PER_INCH);
  }

  /** In dots. */
  double height(double dotsPerInch) {
    return document.size().height * (dotsPerInch / CSS_PIXELS_PER_INCH);
  }

  /** Paints the drawing, then its pictures; a unit of the canvas is a dot. */
  void paint(Graphics2D canvas, double dotsPerInch) {
    paint(canvas, dotsPerInch / CSS_PIXELS_PER_INCH, drawing -> document.render(null, drawing));
    for (Placed picture : pictures) {
      paint(canvas, dotsPerInch / POINTS_PER_INCH, picture::paint);
    }
  }

  private static void paint(Graphics2D canvas, double scale, Consumer<Graphics2D> what) {
    Graphics2D scaled = (Graphics2D) canvas.create();
    scaled.scale(scale, scale);
    what.accept(scaled);
    scaled.dispose();
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
}
