package io.chiasm.report.markup;

import java.math.BigDecimal;

/** A length in a drawing, with two digits after the point at most, the same on every JDK. */
public final class Coordinate {
  private Coordinate() {}

  public static String of(double value) {
    return BigDecimal.valueOf(Math.round(value * 100), 2).stripTrailingZeros().toPlainString();
  }
}
