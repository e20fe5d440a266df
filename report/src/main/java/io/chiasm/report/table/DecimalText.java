package io.chiasm.report.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * Numbers as text. Independent of the JDK, whose {@code Double.toString} changed with version 19,
 * so that tables have the same bytes everywhere.
 */
public final class DecimalText {
  /** Enough digits for every double. */
  private static final int MAX_DIGITS = 17;

  private static final int COMMON_DIGITS = 15;

  private static final int BRIEF_DIGITS = 4;
  private static final double LEAST_P = 1e-4;
  private static final double FINE_P = 0.1;

  private DecimalText() {}

  /** The shortest of 15 to 17 digits that reads back as the same double; {@code NaN} as such. */
  public static String exact(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return Double.toString(value);
    }
    BigDecimal exact = new BigDecimal(value);
    for (int digits = COMMON_DIGITS; digits < MAX_DIGITS; digits++) {
      BigDecimal rounded = rounded(exact, digits);
      if (rounded.doubleValue() == value) {
        return text(rounded);
      }
    }
    return text(rounded(exact, MAX_DIGITS));
  }

  /** Three digits after the point with a true minus sign, for people; {@code –} for NaN. */
  public static String three(double value) {
    if (Double.isNaN(value)) {
      return "–";
    }
    String text = String.format(Locale.ROOT, "%.3f", value);
    return text.equals("-0.000") ? "0.000" : text.replace('-', '−');
  }

  /** At most four digits, none that say nothing: {@code 8}, {@code 77.1}; {@code –} for NaN. */
  public static String brief(double value) {
    return Double.isNaN(value)
        ? "–"
        : rounded(new BigDecimal(value), BRIEF_DIGITS).toPlainString().replace('-', '−');
  }

  /** {@code 0.012 to 0.034}; {@code –} for NaN. */
  public static String range(double low, double high) {
    return Double.isNaN(low) ? "–" : three(low) + " to " + three(high);
  }

  /** A probability with three or four digits after the point; {@code –} for NaN. */
  public static String p(double value) {
    if (Double.isNaN(value)) {
      return "–";
    }
    return value < LEAST_P
        ? "< 0.0001"
        : String.format(Locale.ROOT, value < FINE_P ? "%.4f" : "%.3f", value);
  }

  private static BigDecimal rounded(BigDecimal value, int digits) {
    return value.round(new MathContext(digits, RoundingMode.HALF_EVEN)).stripTrailingZeros();
  }

  private static String text(BigDecimal value) {
    return (value.scale() < 0 ? value.setScale(0) : value).toString();
  }
}
