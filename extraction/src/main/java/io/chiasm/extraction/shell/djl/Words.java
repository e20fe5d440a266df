package io.chiasm.extraction.shell.djl;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a runtime says went wrong, in one line, without the wrappers around it and without places in
 * its own source.
 */
final class Words {
  private static final List<Pattern> NOISE =
      List.of(
          Pattern.compile("\\e\\[[0-9;]*m"),
          Pattern.compile("^Error code - (\\w+) - message: "),
          // A file and line of the runtime, and the signature of the function there.
          Pattern.compile(
              "\\S+\\.(?:cc|cpp|h|hpp):\\d+ (?:[^\\n]*?::[^\\n]*?\\)(?: const)? |\\S+::\\S+ )?"),
          Pattern.compile("\\n\\s*at [^\\n]*"));

  private Words() {}

  static String of(Throwable e) {
    Throwable deepest = e;
    while (deepest.getCause() != null && deepest.getCause() != deepest) {
      deepest = deepest.getCause();
    }
    String message = deepest.getMessage();
    return message == null ? deepest.getClass().getSimpleName() : plain(message);
  }

  static String plain(String message) {
    String words = message;
    for (Pattern noise : NOISE) {
      words = noise.matcher(words).replaceAll("");
    }
    return words.strip().replaceAll("\\s+", " ");
  }

  /** Whether a native allocation failed; ONNX Runtime has no error code of its own for it. */
  static boolean outOfMemory(String words) {
    return words.contains("Failed to allocate memory")
        || words.contains("bad_alloc")
        || words.contains("bad allocation");
  }
}
