package io.chiasm.local.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code chiasm cancel STUDY}. */
@Command(
    name = "cancel",
    description = "Stop a study; what was computed is kept.",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true)
final class CancelCommand implements Callable<Integer> {
  @Parameters(paramLabel = "STUDY", description = "a study's id")
  @SuppressWarnings("NullAway.Init") // picocli requires it
  private String study;

  @Mixin private ServerOption server = new ServerOption();

  @Override
  public Integer call() {
    server.client().cancel(study);
    return ExitCode.OK;
  }
}
