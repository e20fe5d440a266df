package io.chiasm.local.cli;

import io.chiasm.contracts.shell.yaml.StudyFile;
import io.chiasm.contracts.study.Study;
import io.chiasm.study.shell.importing.DatasetImporter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code chiasm run STUDY.yaml}. */
@Command(
    name = "run",
    description = "Run a study on an embedded stack; run again to resume.",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true)
final class RunCommand implements Callable<Integer> {
  @Parameters(paramLabel = "STUDY.yaml", description = "the study file")
  @SuppressWarnings("NullAway.Init") // picocli requires it
  private Path study;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "folder of the results (default: results/<study>)")
  private @Nullable Path output;

  @Option(
      names = "--work",
      paramLabel = "DIR",
      description = "folder of store, broker and logs (default: .chiasm in the results folder)")
  private @Nullable Path work;

  @Mixin private StackOptions stack = new StackOptions();
  @Mixin private ProgressOption progress = new ProgressOption();

  @Override
  public Integer call() throws IOException {
    Study parsed = StudyFile.read(study);
    DatasetImporter.check(parsed);
    Path results = output == null ? Path.of("results", parsed.name()) : output;
    Path folder = work == null ? results.resolve(".chiasm") : work;
    return new LocalStudy(stack.settings(folder, 0), progress.view()).run(study, results);
  }
}
