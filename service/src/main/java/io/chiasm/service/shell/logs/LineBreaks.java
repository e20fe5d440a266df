package io.chiasm.service.shell.logs;

import java.util.Locale;
import java.util.regex.Pattern;

/** Characters that end a line, or change what a terminal shows. */
final class LineBreaks {
  private static final Pattern FOUND = Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029&&[^\t]]");

  private LineBreaks() {}

  static boolean in(String text) {
    return FOUND.matcher(text).find();
  }

  /** The text with these characters as {@code \n}, {@code \r} or their code. */
  static String shown(String text) {
    return FOUND
        .matcher(text)
        .replaceAll(
            found ->
                switch (found.group()) {
                  case "\n" -> "\\\\n";
                  case "\r" -> "\\\\r";
                  default -> String.format(Locale.ROOT, "\\\\u%04x", (int) found.group().charAt(0));
                });
  }
}
