package io.chiasm.local.cli;

import io.chiasm.local.progress.ProgressView;
import io.chiasm.local.sending.OutsideSubmission;
import io.chiasm.local.sending.OutsideSubmission.Choice;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code chiasm submit STUDY.yaml}. */
@Command(
    name = "submit",
    description = {
      "Submit a study to a running stack and print its id.",
      "What the server cannot reach of the files that the study names is sent along; what it has"
          + " already is not sent again."
    },
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true)
final class SubmitCommand implements Callable<Integer> {
  @Parameters(paramLabel = "STUDY.yaml", description = "the study file")
  @SuppressWarnings("NullAway.Init") // picocli requires it
  private Path study;

  @Option(
      names = "--upload",
      description = "send the data set along if the server does not reach it")
  private boolean upload;

  @Option(
      names = "--send",
      description = "send files along even to a server that has this machine's disk")
  private boolean send;

  @Mixin private ParallelOption parallel = new ParallelOption();
  @Mixin private ServerOption server = new ServerOption();
  @Mixin private ProgressOption progress = new ProgressOption();

  @Override
  public Integer call() {
    Choice choice = new Choice(send, upload, parallel.width());
    String id;
    try (ProgressView view = progress.view()) {
      id = new OutsideSubmission(server.client(), view, choice).submit(study);
    }
    System.out.println(id);
    return ExitCode.OK;
  }
}
