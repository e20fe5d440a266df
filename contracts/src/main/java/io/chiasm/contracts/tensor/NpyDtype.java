package io.chiasm.contracts.tensor;

import io.chiasm.contracts.failure.InputException;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** numpy's {@code descr} of a numeric array: element type and byte order, such as {@code <f4}. */
record NpyDtype(ElementType type, ByteOrder order) {
  private static final Pattern FORM = Pattern.compile("([<>|])([a-zA-Z])([0-9]{1,9})");
  private static final Map<String, String> NOT_NUMBERS =
      Map.of(
          "O", "Python objects (a pickle)",
          "V", "structured or raw bytes",
          "S", "byte strings",
          "a", "byte strings",
          "U", "text",
          "M", "dates",
          "m", "time differences");

  /**
   * @throws InputException if it is not a numeric type of a stated byte order
   */
  static NpyDtype parse(String descr, String source) {
    String kind = descr.replaceFirst("^[<>|=]", "");
    String other = kind.isEmpty() ? null : NOT_NUMBERS.get(kind.substring(0, 1));
    if (other != null) {
      throw new InputException(
          source + ": holds " + other + " (descr '" + descr + "'), numbers are needed");
    }
    Matcher form = FORM.matcher(descr);
    if (!form.matches()) {
      throw unknown(descr, source);
    }
    return numeric(form, descr, source);
  }

  private static NpyDtype numeric(Matcher form, String descr, String source) {
    ElementType type;
    try {
      type = ElementType.of(form.group(2) + form.group(3));
    } catch (IllegalArgumentException e) {
      throw unknown(descr, source);
    }
    boolean orderless = form.group(1).equals("|");
    if (orderless && type.bytes() > 1) {
      throw unknown(descr, source);
    }
    return new NpyDtype(
        type, form.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
  }

  private static InputException unknown(String descr, String source) {
    return new InputException(
        source
            + ": unknown element type '"
            + descr
            + "'; known are |b1, |i1, |u1 and, after < or >,"
            + " i2 i4 i8 u2 u4 u8 f2 f4 f8 c8 c16");
  }
}
