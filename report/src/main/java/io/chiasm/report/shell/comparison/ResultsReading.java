package io.chiasm.report.shell.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.ParticipantHemisphere;
import io.chiasm.contracts.brain.ParticipantId;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.failure.Reason;
import io.chiasm.contracts.shell.json.Json;
import io.chiasm.contracts.shell.yaml.StudyFileKeys;
import io.chiasm.contracts.store.Sha256;
import io.chiasm.report.comparison.FinishedStudy;
import io.chiasm.report.results.ScoresReader;
import io.chiasm.report.results.StudyScores;
import io.chiasm.report.table.TableFile;
import io.chiasm.report.table.TableRow;
import io.chiasm.report.writing.outcome.WarningKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what a comparison needs of a results folder. */
public final class ResultsReading {
  private static final String STUDY = "study.yaml";
  private static final String PROVENANCE = "provenance.json";
  private static final String SCORES = "tables/scores.csv";
  private static final String LATERALISATION = "tables/lateralisation.csv";
  private static final String WARNINGS = "tables/warnings.csv";
  private static final List<String> NEEDED =
      List.of(STUDY, PROVENANCE, SCORES, LATERALISATION, WARNINGS, "report.html");

  private final Path folder;

  private ResultsReading(Path folder) {
    this.folder = folder;
  }

  /**
   * @param folder that {@code run}, {@code demo} or {@code report} wrote
   * @throws InputException if it is no such folder, is not complete, or a file in it is not what it
   *     should be
   */
  public static FinishedStudy read(Path folder) {
    ResultsReading reading = new ResultsReading(folder);
    reading.requireResults();
    return reading.study();
  }

  /** Whether a folder holds what a study's results hold, so that nothing else may go there. */
  public static boolean isResults(Path folder) {
    return Files.exists(folder.resolve(STUDY)) || Files.exists(folder.resolve(SCORES));
  }

  private void requireResults() {
    if (!Files.isDirectory(folder)) {
      throw new InputException(folder + ": there is no such folder of results");
    }
    List<String> missing =
        NEEDED.stream().filter(name -> !Files.isRegularFile(folder.resolve(name))).toList();
    if (!isResults(folder)) {
      throw new InputException(
          folder
              + ": not a folder of results, it has no "
              + STUDY
              + " and no "
              + SCORES
              + "; possible: what run, demo or report wrote");
    }
    if (!missing.isEmpty()) {
      throw new InputException(
          folder
              + ": the results are not complete, "
              + String.join(", ", missing)
              + (missing.size() == 1 ? " is" : " are")
              + " missing; run or report writes them again");
    }
  }

  private FinishedStudy study() {
    StudyScores scores = ScoresReader.read(table(SCORES), table(LATERALISATION));
    if (scores.rows().isEmpty()) {
      throw new InputException(folder + ": the study has no scores, every encoding failed");
    }
    Map<String, String> keys = StudyFileKeys.of(folder.resolve(STUDY));
    List<TableRow> warnings = table(WARNINGS).rows(List.of("kind", "sentence"));
    return new FinishedStudy(
        keys.getOrDefault("study", folder.toString()),
        folder.toString(),
        keys,
        inputs(),
        warnings.stream()
            .filter(row -> of(row, WarningKind.SIMULATED))
            .map(row -> row.text("sentence"))
            .toList(),
        (int) warnings.stream().filter(row -> of(row, WarningKind.FAILED_TASK)).count(),
        scores,
        new VertexFolder(folder.resolve("vertices")),
        MapFolder.of(folder.resolve("surfaces")));
  }

  private static boolean of(TableRow warning, WarningKind kind) {
    return warning.text("kind").equals(kind.label());
  }

  private FinishedStudy.Inputs inputs() {
    Path file = folder.resolve(PROVENANCE);
    JsonNode root = Json.read(bytes(file), JsonNode.class, file.toString());
    Map<ParticipantHemisphere, String> responses = new LinkedHashMap<>();
    for (JsonNode one : root.path("responses")) {
      ParticipantHemisphere who =
          new ParticipantHemisphere(
              new ParticipantId(text(one, "participant")), Hemisphere.of(text(one, "hemisphere")));
      responses.put(who, text(one, "sha256"));
    }
    return new FinishedStudy.Inputs(
        text(root.path("versions"), "chiasm"),
        root.path("stimuli").path("count").asInt(),
        text(root.path("stimuli"), "sha256"),
        text(root, "folds_sha256"),
        responses,
        Sha256.of(bytes(folder.resolve(SCORES))).value());
  }

  private String text(JsonNode node, String key) {
    String text = node.path(key).asText("");
    if (text.isEmpty()) {
      throw new InputException(
          folder.resolve(PROVENANCE) + ": has no " + key + "; possible: as a report writes it");
    }
    return text;
  }

  private TableFile table(String name) {
    Path file = folder.resolve(name);
    return new TableFile(file.toString(), new String(bytes(file), StandardCharsets.UTF_8));
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new InputException(file + ": cannot be read: " + Reason.of(e), e);
    }
  }
}
