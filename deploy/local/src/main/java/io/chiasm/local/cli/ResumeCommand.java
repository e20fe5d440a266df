package io.chiasm.local.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code chiasm resume STUDY}. */
@Command(
    name = "resume",
    description = "Go on with a study; only what is missing is computed.",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true)
final class ResumeCommand implements Callable<Integer> {
  @Parameters(paramLabel = "STUDY", description = "a study's id")
  @SuppressWarnings("NullAway.Init") // picocli requires it
  private String study;

  @Mixin private ServerOption server = new ServerOption();

  @Override
  public Integer call() {
    server.client().resume(study);
    return ExitCode.OK;
  }
}
