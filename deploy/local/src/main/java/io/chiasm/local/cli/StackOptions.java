package io.chiasm.local.cli;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.local.stack.StackSettings;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Options of commands that start an embedded stack. */
final class StackOptions {
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
    if (extractors < 1 || encoders < 1) {
      throw new InputException("--extractors and --encoders must be at least 1");
    }
    return new StackSettings(home(), folder.toAbsolutePath(), port, extractors, encoders);
  }

  private static Path home() {
    String home = System.getProperty("chiasm.home");
    if (home == null) {
      throw new InputException("start Chiasm with its script ./chiasm: it says where it lies");
    }
    return Path.of(home);
  }
}
