package io.chiasm.local.cli;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.local.stack.StackSettings;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Option;

/** Options of commands that start an embedded stack. */
final class StackOptions {
  /** Processes of one kind; each takes half a gigabyte at least. */
  private static final int MOST = 256;

  private static final int LAST_PORT = 65_535;

  @Option(
      names = "--extractors",
      paramLabel = "N",
      defaultValue = "1",
      description = "extractor processes (default: ${DEFAULT-VALUE})")
  private int extractors;

  @Option(
      names = "--encoders",
      paramLabel = "N",
      defaultValue = "1",
      description = "encoder processes (default: ${DEFAULT-VALUE})")
  private int encoders;

  /**
   * Settings of a stack that works in {@code folder}.
   *
   * @param port 0 for a free one
   */
  StackSettings settings(Path folder, int port) {
    require("--extractors", extractors, 1, MOST);
    require("--encoders", encoders, 1, MOST);
    require("--port", port, 0, LAST_PORT);
    return new StackSettings(home(), folder.toAbsolutePath(), port, extractors, encoders, false);
  }

  private static void require(String option, int value, int least, int most) {
    if (value < least || value > most) {
      throw new InputException(
          String.format(Locale.ROOT, "%s %d: possible are %d to %d", option, value, least, most));
    }
  }

  private static Path home() {
    String home = System.getProperty("chiasm.home");
    if (home == null) {
      throw new InputException("start Chiasm with its script ./chiasm: it says where it lies");
    }
    return Path.of(home);
  }
}
