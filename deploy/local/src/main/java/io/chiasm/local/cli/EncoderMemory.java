package io.chiasm.local.cli;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.encoding.work.Resources;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option {@code --memory} of commands that fit encoding models. */
final class EncoderMemory {
  @Option(
      names = "--memory",
      paramLabel = "SIZE",
      defaultValue = "${env:CHIASM_ENCODER_MEMORY:-1G}",
      converter = MemorySize.class,
      description =
          "for the encoding models: operators and buffers (default: CHIASM_ENCODER_MEMORY, or else"
              + " 1G)")
  private long memory;

  /**
   * With all processors.
   *
   * @throws InputException if it is no size
   */
  Resources resources() {
    if (memory < 1) {
      throw new InputException("--memory " + memory + ": a size such as 512M or 3G is needed");
    }
    return new Resources(
        Runtime.getRuntime().availableProcessors(),
        memory,
        Path.of(System.getProperty("java.io.tmpdir")));
  }
}
