package io.chiasm.study.access;

import org.jspecify.annotations.Nullable;

/**
 * One request that changed something, or would have.
 *
 * @param caller who asked
 * @param method and {@code route}: what for; the route as a template, null if there is none such
 * @param study that it was about, as the caller wrote it; null if about none
 * @param status of the answer
 * @param from address that it came from
 */
public record AuditLine(
    Caller caller,
    String method,
    @Nullable String route,
    @Nullable String study,
    int status,
    @Nullable String from) {
  private static final int LONGEST = 200;

  /** The line: fixed keys, and values in which nothing can look like a key or a line's end. */
  public String text() {
    return String.join(
        " ",
        "who=" + value(caller.name()),
        "role=" + value(caller.role()),
        "method=" + value(method),
        "route=" + value(route),
        "study=" + value(study),
        "status=" + status,
        "from=" + value(from));
  }

  private static String value(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return "-";
    }
    StringBuilder shown = new StringBuilder();
    text.codePoints().limit(LONGEST).forEach(c -> append(shown, c));
    return shown.toString();
  }

  private static void append(StringBuilder shown, int character) {
    boolean plain = character > ' ' && character < 0x7f && "=%\"\\".indexOf(character) < 0;
    if (plain || (character > 0xa0 && Character.isLetterOrDigit(character))) {
      shown.appendCodePoint(character);
    } else {
      shown.append('%').append(Integer.toHexString(character)).append(';');
    }
  }
}
