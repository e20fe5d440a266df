package io.chiasm.local.cli;

import io.chiasm.aggregator.progress.StudyStatus;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.folder.OutputFolder;
import io.chiasm.local.client.AggregatorClient;
import io.chiasm.local.progress.ProgressView;
import io.chiasm.local.sending.Fetching;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code chiasm report STUDY}. */
@Command(
    name = "report",
    description = "Fetch a study's results; what is there already and equal is not fetched again.",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true)
final class ReportCommand implements Callable<Integer> {
  @Parameters(paramLabel = "STUDY", description = "a study's id")
  @SuppressWarnings("NullAway.Init") // picocli requires it
  private String study;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "folder of the results (default: results/<study>)")
  private @Nullable Path output;

  @Mixin private ParallelOption parallel = new ParallelOption();
  @Mixin private ServerOption server = new ServerOption();
  @Mixin private ProgressOption progress = new ProgressOption();

  @Override
  public Integer call() {
    AggregatorClient client = server.client();
    StudyStatus status = client.status(study);
    if (!status.state().ended()) {
      throw new InputException(
          "study " + study + " is " + status.state().label() + ": its report is not there yet");
    }
    Path results = output == null ? Path.of("results", status.name()) : output;
    int width = parallel.width();
    try (OutputFolder folder = OutputFolder.resume(results, LocalStudy.RESULTS_OF);
        ProgressView view = progress.view()) {
      new Fetching(client, view, width).fetch(study, folder);
    }
    System.out.println("Results: " + results);
    return ExitCode.OK;
  }
}
