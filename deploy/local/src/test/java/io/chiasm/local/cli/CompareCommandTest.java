package io.chiasm.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.chiasm.contracts.shell.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {
  private final Path a;
  private final Path b;
  private final Path out;
  private final Path folder;

  CompareCommandTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.a = folder.resolve("ridge");
    this.b = folder.resolve("pca-ols");
    this.out = folder.resolve("out");
    MadeResultsFolder.write(a, "net", "features", "ridge", 1);
    MadeResultsFolder.write(b, "net", "features", "pca-ols", 2);
  }

  /** What a command said. */
  private record Said(String out, String errors) {}

  @Test
  void aComparisonIsAFolderATableAndAPage() throws IOException {
    Said said = compare(0, a, b);
    assertThat(said.out())
        .contains("A: ridge\nB: pca-ols\n  encoding.regression: ridge | pca-ols\n")
        .contains("net · early · split features\n")
        .endsWith("Report: " + out.resolve("report.html") + "\n");
    assertThat(said.out().lines())
        .allMatch(line -> line.length() <= 100 || line.contains(out.toString()));
    assertThat(said.errors()).isEmpty();
    assertThat(out.resolve("tables/differences.csv")).exists();
    assertThat(out.resolve("vertices/subj03/net/early/features/rh_difference_lateralisation.npy"))
        .exists();
    assertThat(out.resolve("figures/vertices_lateralisation_net.png")).exists();
    assertThat(Files.readString(out.resolve("report.html")))
        .contains("one of the studies holds no maps");
  }

  @Test
  void programsGetTheSameAsTheFolderHolds() throws IOException {
    Said said = compare(0, a, b, "--json");
    assertThat(said.out().strip()).isEqualTo(Files.readString(out.resolve("comparison.json")));
    JsonNode json =
        Json.read(said.out().getBytes(StandardCharsets.UTF_8), JsonNode.class, "output");
    assertThat(json.at("/keys/0/key").asText()).isEqualTo("encoding.regression");
    assertThat(json.at("/differences/0/quantity").asText()).isEqualTo("lateralisation");
    assertThat(json.at("/differences/0/n").asInt()).isEqualTo(3);
    assertThat(json.at("/differences/0/high").asDouble())
        .isGreaterThan(json.at("/differences/0/low").asDouble());
  }

  @Test
  void theSameFolderTwiceHasNoDifferences() throws IOException {
    compare(0, a, a);
    assertThat(Files.readAllLines(out.resolve("tables/differences.csv")).stream().skip(1))
        .isNotEmpty()
        .allMatch(row -> row.endsWith(",0,30,30,30"));
  }

  @Test
  void rowsInAnotherOrderChangeNothingButTheOrder() throws IOException {
    compare(0, a, b);
    List<String> before = Files.readAllLines(out.resolve("tables/differences.csv"));
    Path scores = b.resolve("tables/scores.csv");
    List<String> rows = new ArrayList<>(Files.readAllLines(scores));
    Collections.reverse(rows.subList(1, rows.size()));
    Files.write(scores, rows);
    compare(0, a, b);
    assertThat(Files.readAllLines(out.resolve("tables/differences.csv")))
        .containsExactlyInAnyOrderElementsOf(before);
  }

  @Test
  void aSplitOfTheImageIsComparedWithOneOfFeatures() throws IOException {
    MadeResultsFolder.write(b, "net", "image", "ridge", 3);
    Said said = compare(0, a, b);
    assertThat(said.out()).contains("net · early · split image − features");
    assertThat(said.errors())
        .contains("note: The split image of B is compared with features of A.");
  }

  @Test
  void networksOfOtherNamesAreComparedWhenToldSo() throws IOException {
    MadeResultsFolder.write(b, "other", "features", "ridge", 3);
    assertThat(compare(0, a, b, "--network", "net=other", "--layer", "early=early").out())
        .contains("other − net · early");
    assertThat(compare(2, a, b, "--network", "net=nothing").errors())
        .isEqualTo("chiasm: --network: B has no network 'nothing'; possible: other");
  }

  @Test
  void otherStimuliAreWarnedOf() throws IOException {
    replace(b.resolve("provenance.json"), "\"sha256\": \"s\"", "\"sha256\": \"t\"");
    assertThat(compare(0, a, b).errors())
        .startsWith("warning: The stimuli differ (80 in A, 80 in B)");
  }

  @Test
  void otherResponsesAreWarnedOf() throws IOException {
    replace(b.resolve("provenance.json"), "\"lh2\"", "\"xx\"");
    assertThat(compare(0, a, b).errors())
        .startsWith("warning: The measured responses of subj02 lh are others in B than in A");
  }

  @Test
  void aFailedTaskIsWarnedOf() throws IOException {
    Files.writeString(b.resolve("tables/warnings.csv"), "kind,sentence\nfailed-task,x\n");
    assertThat(compare(0, a, b).errors()).startsWith("warning: B is not complete: 1 task failed");
  }

  @Test
  void aFolderThatIsNotThereIsNamed() throws IOException {
    refused(folder.resolve("nowhere"), b, "nowhere: there is no such folder of results");
  }

  @Test
  void aFolderOfSomethingElseIsNamed() throws IOException {
    Path other = Files.createDirectories(folder.resolve("other"));
    refused(
        a, other, "other: not a folder of results, it has no study.yaml and no tables/scores.csv");
  }

  @Test
  void whatIsMissingInAFolderIsNamed() throws IOException {
    Files.delete(b.resolve("report.html"));
    refused(a, b, "the results are not complete, report.html is missing; run or report writes");
  }

  @Test
  void aBadTableIsNamedWithItsRow() throws IOException {
    replace(b.resolve("tables/scores.csv"), ",full,0.45,", ",full,much,");
    refused(a, b, "scores.csv:2: score is 'much'");
  }

  @Test
  void aBadProvenanceIsNamed() throws IOException {
    Files.writeString(b.resolve("provenance.json"), "{}");
    refused(a, b, "provenance.json: has no chiasm");
    Files.writeString(b.resolve("provenance.json"), "{");
    refused(a, b, "provenance.json: not a JsonNode");
  }

  @Test
  void aBadArrayIsNamedAndNothingIsLeft() throws IOException {
    Path array = b.resolve("vertices/subj02/net/early/features/lh_score_full.npy");
    Files.writeString(array, "no array");
    refused(a, b, "lh_score_full.npy");
    try (Stream<Path> left = Files.walk(out)) {
      assertThat(left.filter(Files::isRegularFile)).isEmpty();
    }
  }

  @Test
  void studiesWithNothingInCommonAreRefused() throws IOException {
    Path scores = b.resolve("tables/scores.csv");
    Files.writeString(scores, Files.readString(scores).replace("subj", "other"));
    Path lateralisation = b.resolve("tables/lateralisation.csv");
    Files.writeString(lateralisation, Files.readString(lateralisation).replace("subj", "other"));
    refused(a, b, "nothing to compare: A has the participants subj01 lh, subj01 rh");
  }

  @Test
  void aStudyIsNeverOverwrittenByItsComparison() throws IOException {
    String before = Files.readString(a.resolve("report.html"));
    Said said = run(2, "compare", a.toString(), b.toString(), "-o", a.toString());
    assertThat(said.errors())
        .isEqualTo("chiasm: " + a + " holds a study's results: name another folder");
    assertThat(a.resolve("report.html")).hasContent(before);
  }

  @Test
  void aFormerComparisonGoesAndOtherFilesStay() throws IOException {
    compare(0, a, b);
    Files.writeString(out.resolve("notes.txt"), "mine");
    MadeResultsFolder.write(b, "other", "features", "ridge", 3);
    compare(0, a, b);
    assertThat(out.resolve("figures/lateralisation_net.svg")).doesNotExist();
    assertThat(out.resolve("figures/lateralisation_other_minus_net.svg")).exists();
    assertThat(out.resolve("notes.txt")).exists();
  }

  private void refused(Path one, Path other, String words) {
    Said said = compare(2, one, other);
    assertThat(said.errors()).startsWith("chiasm: ").contains(words).doesNotContain("\n");
  }

  private static void replace(Path file, String what, String instead) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(what);
    Files.writeString(file, text.replace(what, instead));
  }

  private Said compare(int code, Path one, Path other, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("compare", one.toString(), other.toString(), "-o", out.toString()));
    arguments.addAll(List.of(more));
    return run(code, arguments.toArray(new String[0]));
  }

  private static Said run(int code, String... arguments) {
    PrintStream out = System.out;
    PrintStream errors = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    ByteArrayOutputStream wrong = new ByteArrayOutputStream();
    System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(wrong, true, StandardCharsets.UTF_8));
    try {
      assertThat(Chiasm.execute(arguments))
          .as(wrong.toString(StandardCharsets.UTF_8))
          .isEqualTo(code);
    } finally {
      System.setOut(out);
      System.setErr(errors);
    }
    return new Said(
        said.toString(StandardCharsets.UTF_8), wrong.toString(StandardCharsets.UTF_8).strip());
  }
}
