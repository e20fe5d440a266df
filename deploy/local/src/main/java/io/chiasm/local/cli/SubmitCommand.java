package io.chiasm.local.cli;

import io.chiasm.contracts.shell.yaml.StudyFile;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code chiasm submit STUDY.yaml}. */
@Command(
    name = "submit",
    description = "Submit a study to a running stack and print its id.",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true)
final class SubmitCommand implements Callable<Integer> {
  @Parameters(paramLabel = "STUDY.yaml", description = "the study file")
  @SuppressWarnings("NullAway.Init") // picocli requires it
  private Path study;

  @Mixin private ServerOption server = new ServerOption();

  @Override
  public Integer call() {
    StudyFile.read(study);
    System.out.println(server.client().submit(study));
    return ExitCode.OK;
  }
}
