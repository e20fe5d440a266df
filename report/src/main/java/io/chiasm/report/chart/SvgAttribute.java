package io.chiasm.report.chart;

import io.chiasm.report.markup.Coordinate;
import java.util.Locale;

/** Lengths and places as SVG writes them. */
final class SvgAttribute {
  private SvgAttribute() {}

  /** A length in points, 1/72 inch. */
  static String points(double length) {
    return Coordinate.of(length) + "pt";
  }

  static String box(double width, double height) {
    return "0 0 " + Coordinate.of(width) + " " + Coordinate.of(height);
  }

  /** A place, turned clockwise around itself. */
  static String placed(double x, double y, double degrees) {
    String place = "translate(" + Coordinate.of(x) + " " + Coordinate.of(y) + ")";
    return degrees == 0 ? place : place + " rotate(" + Coordinate.of(degrees) + ")";
  }

  /** A factor of sizes. */
  static String factor(double factor) {
    return String.format(Locale.ROOT, "%.7f", factor);
  }

  /**
   * A place on a line of text; outlines count y upwards, drawings downwards.
   *
   * @param factor from an outline's units
   */
  static String scaled(double x, String factor) {
    return "translate(" + Coordinate.of(x) + " 0) scale(" + factor + " -" + factor + ")";
  }
}
