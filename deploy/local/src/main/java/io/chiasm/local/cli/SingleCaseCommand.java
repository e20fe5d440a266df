package io.chiasm.local.cli;

import io.chiasm.contracts.folder.OutputFolder;
import io.chiasm.local.lateralisation.LateralisationFile;
import io.chiasm.local.singlecase.CaseFigures;
import io.chiasm.local.singlecase.CaseStudy;
import io.chiasm.local.singlecase.CaseTable;
import io.chiasm.local.singlecase.CaseText;
import io.chiasm.report.chart.Figure;
import io.chiasm.report.writing.file.FigureFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code chiasm single-case RESULTS --participant NAME}. */
@Command(
    name = "single-case",
    description = "One participant's lateralisation against all others' of a study.",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true)
final class SingleCaseCommand implements Callable<Integer> {
  @Parameters(paramLabel = "RESULTS", description = "folder of a study's results")
  @SuppressWarnings("NullAway.Init") // picocli requires it
  private Path results;

  @Option(
      names = "--participant",
      required = true,
      paramLabel = "NAME",
      description = "the case, such as subj03; all others are the group")
  @SuppressWarnings("NullAway.Init") // picocli requires it
  private String participant;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "folder for single_case.csv and figures (default: none is written)")
  private @Nullable Path output;

  @Mixin private JsonOption json = new JsonOption();

  @Override
  public Integer call() {
    CaseStudy study = CaseStudy.of(LateralisationFile.read(results), participant);
    if (output != null) {
      write(output, study);
    }
    json.print(study, () -> CaseText.of(study));
    return ExitCode.OK;
  }

  private static void write(Path output, CaseStudy study) {
    try (OutputFolder folder = OutputFolder.take(output, "single-case")) {
      Files.write(folder.temporary("single_case.csv"), CaseTable.of(study).csv());
      for (Figure figure : CaseFigures.of(study)) {
        FigureFiles.drawings(figure, new FolderSink(folder));
      }
      folder.complete();
    } catch (IOException e) {
      throw OutputFolder.cannotWrite(output, e);
    }
  }
}
