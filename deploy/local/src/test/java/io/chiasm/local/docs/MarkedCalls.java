package io.chiasm.local.docs;

import io.chiasm.local.cli.Chiasm;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;

/** Runs command lines one after the other, in the folder that it is started in. */
final class MarkedCalls {
  private MarkedCalls() {}

  /** A call as one argument: where it stands, then its words, a line each. */
  static String argument(String where, List<String> words) {
    return where + "\n" + String.join("\n", words);
  }

  /** Ends with the exit code of the first call that fails. */
  public static void main(String[] calls) {
    for (String call : calls) {
      System.out.println("--- " + call.replace('\n', ' '));
      String[] lines = call.split("\n");
      int code = new CommandLine(Chiasm.class).execute(Arrays.copyOfRange(lines, 1, lines.length));
      if (code != 0) {
        System.exit(code);
      }
    }
    System.exit(0);
  }
}
