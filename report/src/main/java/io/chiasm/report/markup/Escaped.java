package io.chiasm.report.markup;

/** Text that no parser takes for markup. */
final class Escaped {
  private Escaped() {}

  static String of(String text) {
    return plain(text) ? text : replaced(text);
  }

  /** Most text is, and an image in Base64 is long. */
  private static boolean plain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~' || c == '&' || c == '<' || c == '>' || c == '"' || c == '\'') {
        return false;
      }
    }
    return true;
  }

  private static String replaced(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(c -> append(out, c));
    return out.toString();
  }

  private static void append(StringBuilder out, int c) {
    switch (c) {
      case '&' -> out.append("&amp;");
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '"' -> out.append("&quot;");
      case '\'' -> out.append("&#39;");
      default -> out.appendCodePoint(allowed(c) ? c : 0xFFFD);
    }
  }

  /** XML 1.0 has no control characters and no lone surrogates. */
  private static boolean allowed(int c) {
    boolean space = c == '\t' || c == '\n' || c == '\r';
    boolean surrogate = c >= 0xD800 && c <= 0xDFFF;
    return space || (c >= 0x20 && !surrogate && c != 0xFFFE && c != 0xFFFF);
  }
}
