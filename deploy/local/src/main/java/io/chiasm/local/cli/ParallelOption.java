package io.chiasm.local.cli;

import io.chiasm.contracts.failure.InputException;
import picocli.CommandLine.Option;

/** How much is on its way at a time. */
final class ParallelOption {
  /** Unless told otherwise: waiting for one leaves the line free for another. */
  static final int WIDTH = 4;

  private static final int MOST = 32;

  @Option(
      names = "--parallel",
      paramLabel = "N",
      defaultValue = "" + WIDTH,
      description = "files or pieces of files on their way at a time (default: ${DEFAULT-VALUE})")
  private int width;

  /**
   * @throws InputException if it is out of range
   */
  int width() {
    if (width < 1 || width > MOST) {
      throw new InputException("--parallel " + width + ": possible are 1 to " + MOST);
    }
    return width;
  }
}
