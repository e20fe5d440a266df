package io.chiasm.local.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why a service ended, by what it wrote last. */
final class LastWords {
  private static final int MOST_CHARACTERS = 300;

  /** A trace's root cause comes last and says most. */
  private static final Pattern CAUSE = Pattern.compile("Caused by: (?:[\\w$]+\\.)*(.+)");

  /** A line of the service's own log; its place says nothing to a user. */
  private static final Pattern LOGGED =
      Pattern.compile("\\S+ \\S+ (?:ERROR|FATAL) +\\[[^]]*] (?:\\([^)]*\\) )?(.+)");

  private static final Pattern TRACE = Pattern.compile("\\s+(at |\\.\\.\\. \\d+ ).*");
  private static final Pattern THROWN =
      Pattern.compile("(?:Exception in .*|[\\w.$]+(?:Exception|Error): .+)");

  /** What the virtual machine says of itself after the reason, or before it. */
  private static final Pattern EMPTY =
      Pattern.compile(
          "\\s*|Error: Could not create the Java Virtual Machine\\.|Error: A fatal exception has"
              + " occurred\\..*|Error occurred during initialization of VM|Picked up .*|#\\s*");

  private LastWords() {}

  /** The reason in the log from a byte on; empty if nothing was written. */
  static Optional<String> in(Path log, long from) {
    try {
      byte[] all = Files.readAllBytes(log);
      int start = (int) Math.min(from, all.length);
      String text = new String(all, start, all.length - start, StandardCharsets.UTF_8);
      return of(text.lines().flatMap(LoggedLine::plain).toList());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The reason in these lines; empty if there is none. */
  static Optional<String> of(List<String> lines) {
    return last(lines, CAUSE)
        .or(() -> last(lines, LOGGED))
        .or(() -> last(lines, THROWN))
        .or(() -> lastOfAny(lines))
        .map(LastWords::shown);
  }

  private static Optional<String> last(List<String> lines, Pattern pattern) {
    return lines.stream()
        .map(pattern::matcher)
        .filter(Matcher::matches)
        .map(found -> found.groupCount() == 0 ? found.group() : found.group(1))
        .reduce((earlier, later) -> later);
  }

  private static Optional<String> lastOfAny(List<String> lines) {
    return lines.stream()
        .filter(line -> !EMPTY.matcher(line).matches() && !TRACE.matcher(line).matches())
        .reduce((earlier, later) -> later);
  }

  private static String shown(String line) {
    String words = line.strip();
    return words.length() <= MOST_CHARACTERS ? words : words.substring(0, MOST_CHARACTERS) + " …";
  }
}
