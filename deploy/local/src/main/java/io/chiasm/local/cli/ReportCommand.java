package io.chiasm.local.cli;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.folder.OutputFolder;
import io.chiasm.local.client.AggregatorClient;
import io.chiasm.local.progress.ProgressView;
import io.chiasm.local.sending.Fetching;
import io.chiasm.study.progress.StudyStatus;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code chiasm report STUDY}. */
@Command(
    name = "report",
    description = "Fetch a study's results; what is there already and equal is not fetched again.",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true)
final class ReportCommand implements Callable<Integer> {
  @Mixin private StudyArgument study = new StudyArgument();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "folder of the results (default: results/<study>)")
  private @Nullable Path output;

  @Mixin private ParallelOption parallel = new ParallelOption();
  @Mixin private ProgressOption progress = new ProgressOption();

  @Override
  public Integer call() {
    AggregatorClient client = study.client();
    StudyStatus status = client.status(study.id());
    if (!status.state().ended()) {
      throw new InputException(
          "study "
              + study.id()
              + " is "
              + status.state().label()
              + ": its report is not there yet");
    }
    Path results = output == null ? Path.of("results", status.name()) : output;
    int width = parallel.width();
    try (OutputFolder folder = OutputFolder.resume(results, LocalStudy.RESULTS_OF);
        ProgressView view = progress.view()) {
      new Fetching(client, view, width).fetch(study.id(), folder);
    }
    System.out.println("Results: " + results);
    return ExitCode.OK;
  }
}
