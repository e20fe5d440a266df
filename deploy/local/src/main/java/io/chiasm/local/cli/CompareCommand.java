package io.chiasm.local.cli;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.folder.OutputFolder;
import io.chiasm.contracts.shell.json.Json;
import io.chiasm.report.comparison.Comparison;
import io.chiasm.report.comparison.ComparisonDocument;
import io.chiasm.report.comparison.ComparisonText;
import io.chiasm.report.shell.comparison.ComparisonFolder;
import io.chiasm.report.shell.comparison.ResultsReading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code chiasm compare A B -o DIR}. */
@Command(
    name = "compare",
    description = {
      "Compare two folders of results: paired differences, B less A, with figures and maps.",
      "What one study has and the other has not is named and left out; what differs in one thing"
          + " (ridge against pca-ols, features against image) is paired."
    },
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true)
final class CompareCommand implements Callable<Integer> {
  private static final String DOCUMENT = "comparison.json";

  @Parameters(index = "0", paramLabel = "A", description = "results of run, demo or report")
  @SuppressWarnings("NullAway.Init") // picocli requires it
  private Path a;

  @Parameters(index = "1", paramLabel = "B", description = "the results to compare with them")
  @SuppressWarnings("NullAway.Init") // picocli requires it
  private Path b;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "DIR",
      description = "folder of the comparison; that of an earlier one goes")
  @SuppressWarnings("NullAway.Init") // picocli requires it
  private Path output;

  @Option(
      names = "--network",
      paramLabel = "A=B",
      description = "compare these networks only, of A and of B (default: those of the same name)")
  private Map<String, String> networks = new LinkedHashMap<>();

  @Option(
      names = "--layer",
      paramLabel = "A=B",
      description = "compare these layers only (default: those of the same name)")
  private Map<String, String> layers = new LinkedHashMap<>();

  @Mixin private JsonOption json = new JsonOption();

  @Override
  public Integer call() {
    requireRoom();
    Comparison comparison =
        Comparison.of(ResultsReading.read(a), ResultsReading.read(b), networks, layers);
    ComparisonDocument document = ComparisonDocument.of(comparison);
    try (OutputFolder folder = OutputFolder.take(output, "compare")) {
      write(comparison, document, folder);
    }
    comparison.warnings().forEach(warning -> System.err.println("warning: " + warning));
    comparison.notices().forEach(notice -> System.err.println("note: " + notice));
    json.print(
        document, () -> ComparisonText.of(comparison) + "Report: " + output.resolve("report.html"));
    return ExitCode.OK;
  }

  /** A study's report would be lost under the comparison's, which has the same name. */
  private void requireRoom() {
    if (ResultsReading.isResults(output)) {
      throw new InputException(output + " holds a study's results: name another folder");
    }
  }

  private void write(Comparison comparison, ComparisonDocument document, OutputFolder folder) {
    try {
      Files.write(folder.temporary(DOCUMENT), Json.write(document));
      ComparisonFolder.write(comparison, (path, content) -> put(folder, path, content));
      folder.complete();
    } catch (IOException e) {
      throw OutputFolder.cannotWrite(folder.path(), e);
    } catch (UncheckedIOException e) {
      throw OutputFolder.cannotWrite(folder.path(), Objects.requireNonNull(e.getCause()));
    }
  }

  private static void put(OutputFolder folder, String path, byte[] content) {
    try {
      Files.write(folder.temporary(path), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
