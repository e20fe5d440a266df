package io.chiasm.local.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keeps the stack trace of what should not happen. */
final class BugReport {
  private BugReport() {}

  /** A sentence with the place of the trace, or, where no file can be written, with the trace. */
  static String write(Throwable bug) {
    StringWriter trace = new StringWriter();
    bug.printStackTrace(new PrintWriter(trace, true));
    try {
      Path file = Files.createTempFile("chiasm-bug-", ".log");
      Files.writeString(file, trace.toString());
      return "this is a bug (" + firstLine(bug) + "); please report it with " + file;
    } catch (IOException | RuntimeException e) {
      return "this is a bug; please report it with what follows\n" + trace;
    }
  }

  private static String firstLine(Throwable bug) {
    return bug.toString().lines().findFirst().orElse("unknown");
  }
}
