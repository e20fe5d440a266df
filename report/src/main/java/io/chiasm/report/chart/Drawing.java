package io.chiasm.report.chart;

import io.chiasm.report.markup.Markup;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An SVG under construction: shapes, and letters in either {@link Lettering}. Lengths in points.
 */
final class Drawing {
  private static final String FONTS = "Helvetica, Arial, 'Liberation Sans', Arimo, sans-serif";

  private final Markup markup = new Markup();
  private final Lettering lettering;

  /** Outlines of the characters drawn, by name. */
  private final Map<String, String> outlines = new LinkedHashMap<>();

  Drawing(Lettering lettering) {
    this.lettering = lettering;
  }

  /** Where a text stands relative to its point. */
  enum Anchor {
    START(0),
    MIDDLE(0.5),
    END(1);

    private final double share;

    Anchor(double share) {
      this.share = share;
    }
  }

  /** How a text looks. */
  record Style(Typeface face, double size, String colour) {
    double width(String text) {
      return face.width(text, size);
    }
  }

  Markup markup() {
    return markup;
  }

  /** Opens the document: white ground, and words for those who do not see it. */
  Drawing begin(double width, double height, Figure figure) {
    markup.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "width",
        SvgAttribute.points(width),
        "height",
        SvgAttribute.points(height),
        "viewBox",
        SvgAttribute.box(width, height),
        "role",
        "img",
        "aria-label",
        figure.title(),
        "font-family",
        FONTS);
    markup.line().element("desc", figure.alternative()).line();
    return rect(0, 0, width, height, "#ffffff");
  }

  String end() {
    if (!outlines.isEmpty()) {
      markup.open("defs").line();
      outlines.forEach((name, path) -> markup.empty("path", "id", name, "d", path).line());
      markup.close().line();
    }
    return markup.close().line().toString();
  }

  Drawing rect(double x, double y, double width, double height, String fill) {
    markup.empty("rect", "x", x, "y", y, "width", width, "height", height, "fill", fill);
    return line();
  }

  Drawing line(double x1, double y1, double x2, double y2, String colour, double width) {
    markup.empty(
        "line", "x1", x1, "y1", y1, "x2", x2, "y2", y2, "stroke", colour, "stroke-width", width);
    return line();
  }

  /** A bitmap, by its {@code data:} address. */
  Drawing image(String address, double x, double y, double width, double height) {
    markup.empty(
        "image",
        "x",
        x,
        "y",
        y,
        "width",
        width,
        "height",
        height,
        "preserveAspectRatio",
        "none",
        "href",
        address);
    return line();
  }

  Drawing text(double x, double y, Anchor anchor, Style style, String text) {
    return text(x, y, anchor, style, 0, text);
  }

  /**
   * A text.
   *
   * @param degrees clockwise around its point
   */
  Drawing text(double x, double y, Anchor anchor, Style style, double degrees, String text) {
    switch (lettering) {
      case TEXT -> letters(x, y, anchor, style, degrees, text);
      case OUTLINES -> outlines(x, y, anchor, style, degrees, text);
    }
    return line();
  }

  private void letters(
      double x, double y, Anchor anchor, Style style, double degrees, String text) {
    markup.element(
        "text",
        text,
        "transform",
        SvgAttribute.placed(x, y, degrees),
        "font-size",
        style.size(),
        "font-weight",
        style.face() == Typeface.BOLD ? "bold" : "normal",
        "text-anchor",
        anchor.name().toLowerCase(java.util.Locale.ROOT),
        "fill",
        style.colour());
  }

  /** A character's outline is there once and used many times: most of a drawing are letters. */
  private void outlines(
      double x, double y, Anchor anchor, Style style, double degrees, String text) {
    markup.open("g", "transform", SvgAttribute.placed(x, y, degrees), "fill", style.colour());
    double at = -anchor.share * style.width(text);
    String factor = SvgAttribute.factor(Typeface.scale(style.size()));
    for (int character : text.codePoints().toArray()) {
      String path = style.face().outline(character);
      if (!path.isEmpty()) {
        String name = style.face().name() + '-' + Integer.toHexString(character);
        outlines.putIfAbsent(name, path);
        markup.empty("use", "transform", SvgAttribute.scaled(at, factor), "href", '#' + name);
      }
      at += style.face().width(character, style.size());
    }
    markup.close();
  }

  private Drawing line() {
    markup.line();
    return this;
  }
}
