package io.chiasm.contracts.shell.yaml;

/** What a file says, as a message may show it: short and printable. */
final class Quote {
  private static final int LONGEST = 60;

  private Quote() {}

  static String of(String text) {
    return "'" + shown(text) + "'";
  }

  static String shown(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints().limit(LONGEST).forEach(c -> append(shown, c));
    return text.codePointCount(0, text.length()) > LONGEST ? shown + "…" : shown.toString();
  }

  private static void append(StringBuilder shown, int character) {
    if (Character.isISOControl(character) || Character.getType(character) == Character.FORMAT) {
      shown.append(String.format("\\u%04x", character));
    } else {
      shown.appendCodePoint(character);
    }
  }
}
