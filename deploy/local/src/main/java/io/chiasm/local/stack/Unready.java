package io.chiasm.local.stack;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a service's readiness probe says that it waits for. */
final class Unready {
  private static final Pattern REASON =
      Pattern.compile("\"reason\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final int LONGEST = 300;

  private Unready() {}

  /** Such as {@code object store …: it does not answer}; says so if the answer gives no reason. */
  static String reason(String answer) {
    List<String> reasons = REASON.matcher(answer).results().map(Unready::text).distinct().toList();
    return reasons.isEmpty()
        ? "it does not say what it waits for"
        : reasons.stream().collect(Collectors.joining("; "));
  }

  private static String text(MatchResult found) {
    String text = found.group(1).replaceAll("\\\\(.)", "$1");
    return text.substring(0, Math.min(text.length(), LONGEST));
  }
}
