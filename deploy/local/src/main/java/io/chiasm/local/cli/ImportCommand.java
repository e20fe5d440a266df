package io.chiasm.local.cli;

import io.chiasm.dataset.algonauts.AlgonautsDataset;
import io.chiasm.dataset.algonauts.CheckDepth;
import io.chiasm.dataset.algonauts.DatasetReport;
import io.chiasm.dataset.algonauts.Finding;
import io.chiasm.dataset.algonauts.ParticipantSummary;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code chiasm import algonauts DIR}. */
@Command(
    name = "import",
    description = "Check a data set before a study uses it.",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true,
    subcommands = ImportCommand.Algonauts.class)
final class ImportCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli injects it
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which layout? Known: algonauts");
  }

  /** {@code chiasm import algonauts DIR}. */
  @Command(
      name = "algonauts",
      description = "Check a data set in the Algonauts 2023 layout; say exactly what is wrong.",
      mixinStandardHelpOptions = true,
      usageHelpAutoWidth = true)
  static final class Algonauts implements Callable<Integer> {
    @Parameters(
        paramLabel = "DIR",
        converter = DataPathConverter.class,
        description = "folder of subj01, subj02 …, or s3://bucket/prefix")
    @SuppressWarnings("NullAway.Init") // picocli requires it
    private Path folder;

    @Option(
        names = "--participants",
        split = ",",
        paramLabel = "NAME",
        description = "only these (default: all)")
    private List<String> participants = List.of();

    @Mixin private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
      DatasetReport report = AlgonautsDataset.check(folder, participants, CheckDepth.FULL);
      json.print(report, () -> text(report));
      return report.usable() ? ExitCode.OK : ExitCode.WRONG_INPUT;
    }

    private static String text(DatasetReport report) {
      StringBuilder text = new StringBuilder();
      text.append(
          String.format("%-12s %8s %6s %8s %8s%n", "participant", "stimuli", "test", "lh", "rh"));
      for (ParticipantSummary p : report.participants()) {
        text.append(
            String.format(
                Locale.ROOT,
                "%-12s %8d %6d %8d %8d%n",
                p.participant(),
                p.stimuli(),
                p.testImages(),
                p.lhVertices(),
                p.rhVertices()));
      }
      text.append(String.format(Locale.ROOT, "seen by all: %d stimuli%n", report.sharedStimuli()));
      append(text, report.errors());
      append(text, report.warnings());
      append(text, report.notes());
      text.append(report.usable() ? "A study can run on it.\n" : "No study can run on it.\n");
      return text.toString();
    }

    private static void append(StringBuilder text, List<Finding> findings) {
      findings.forEach(f -> text.append(f).append('\n'));
    }
  }
}
