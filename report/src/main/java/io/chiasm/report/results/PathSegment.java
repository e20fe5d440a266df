package io.chiasm.report.results;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A user's name as one part of a path: whatever could mean something else is percent-encoded. */
public final class PathSegment {
  private static final String PLAIN = "._-";

  private PathSegment() {}

  /** Letters, digits, {@code . _ -} stay; a leading point does not, so no name is {@code ..}. */
  public static String of(String name) {
    StringBuilder segment = new StringBuilder();
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      boolean hidden = c == '.' && segment.isEmpty();
      boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0);
      segment.append(
          plain && !hidden ? String.valueOf(c) : String.format(Locale.ROOT, "%%%02X", (int) c));
    }
    return segment.toString();
  }
}
