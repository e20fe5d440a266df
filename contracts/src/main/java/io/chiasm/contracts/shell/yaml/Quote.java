package io.chiasm.contracts.shell.yaml;

import java.util.Locale;

/** What a file says, as a message may show it: short and printable. */
final class Quote {
  private static final int LONGEST = 60;

  private Quote() {}

  static String of(String text) {
    return "'" + shown(text) + "'";
  }

  static String shown(String text) {
    return shown(text, LONGEST);
  }

  static String shown(String text, int longest) {
    StringBuilder shown = new StringBuilder();
    text.codePoints().limit(longest).forEach(c -> append(shown, c));
    return text.codePointCount(0, text.length()) > longest ? shown + "…" : shown.toString();
  }

  private static void append(StringBuilder shown, int character) {
    int type = Character.getType(character);
    if (type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE) {
      shown.append(String.format(Locale.ROOT, "\\u%04x", character));
    } else {
      shown.appendCodePoint(character);
    }
  }
}
