package io.chiasm.report.writing;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.report.ceiling.NoiseCeilings;
import io.chiasm.report.results.Condition;
import io.chiasm.report.results.EncodingCell;
import io.chiasm.report.results.MadeCell;
import io.chiasm.report.results.MadeStudy;
import io.chiasm.report.surface.Surfaces;
import io.chiasm.report.writing.file.VertexFiles;
import io.chiasm.report.writing.outcome.FailedTask;
import io.chiasm.report.writing.outcome.MadeResults;
import io.chiasm.report.writing.outcome.StudyResults;
import io.chiasm.report.writing.size.WritingWatch;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ResultsWriterTest {
  @Test
  void theFolderHoldsTablesMapsFiguresAndTheReportLast() {
    // When
    Map<String, byte[]> files = written(MadeResults.complete(1));
    // Then
    assertThat(files)
        .containsKeys(
            "vertices/subj01/trained/early/features/lh_score_contra.npy",
            "vertices/subj01/untrained-0/late/upper-lower/rh_r2_ipsi.npy",
            "tables/scores.csv",
            "tables/groups.csv",
            "tables/lateralisation.csv",
            "tables/networks.csv",
            "tables/networks.parquet",
            "tables/warnings.csv",
            "tables/warnings.parquet",
            "tables/folds.csv",
            "tables/reliability.csv",
            "tables/variance.parquet",
            "figures/prediction_trained.svg",
            "figures/lateralisation_by-network.png",
            "study.yaml",
            "provenance.json");
    assertThat(files.keySet()).endsWith("report.html");
  }

  @Test
  void everyStepIsToldAndTheLastComesWithTheReport() {
    // Given
    StudyResults results = MadeResults.complete(2);
    List<String> told = new ArrayList<>();
    // When
    new ResultsWriter(
            ResultsWriterTest::bigEndian,
            provenance -> new byte[0],
            summary -> new byte[0],
            (context, crate) -> new byte[0])
        .write(
            results,
            (path, content) -> {
              if (path.equals("report.html")) {
                told.add(path);
              }
            },
            (done, total) -> told.add(done + "/" + total));
    // Then
    int cells = results.cells().size();
    List<String> expected = new ArrayList<>();
    IntStream.rangeClosed(1, cells).forEach(i -> expected.add(i + "/" + (cells + 1)));
    expected.add("report.html");
    expected.add((cells + 1) + "/" + (cells + 1));
    assertThat(told).isEqualTo(expected);
  }

  @Test
  void everyFigureHasItsNumbersBesideItAndTheReportSaysWhere() {
    Map<String, byte[]> files = written(MadeResults.complete(1));
    String report = text(files, "report.html");
    List<String> figures =
        files.keySet().stream().filter(path -> path.endsWith(".svg")).map(this::stem).toList();
    assertThat(figures).hasSizeGreaterThan(5);
    for (String figure : figures) {
      assertThat(files).containsKeys(figure + ".png", figure + ".pdf", figure + ".csv");
      assertThat(report).contains(figure + ".csv");
      assertThat(text(files, figure + ".csv").lines().count()).isGreaterThan(1);
    }
  }

  private String stem(String path) {
    return path.substring(0, path.lastIndexOf('.'));
  }

  @Test
  void theLateralisationOfAVertexIsItsContraMinusItsIpsiScore() {
    // Given
    Map<String, float[]> arrays =
        Map.of(
            "score_contra", new float[] {0.5f, 0.25f},
            "score_ipsi", new float[] {0.25f, Float.NaN});
    EncodingCell cell =
        new MadeCell(
            "subj01",
            Hemisphere.LH,
            new Condition("../up", "early", "t", "features", "ridge"),
            arrays);
    Map<String, byte[]> files = new LinkedHashMap<>();
    // When
    new VertexFiles(ResultsWriterTest::bigEndian, files::put).write(cell);
    // Then
    byte[] written =
        Objects.requireNonNull(
            files.get("vertices/subj01/%2E.%2Fup/early/features/lh_lateralisation.npy"));
    assertThat(ByteBuffer.wrap(written).getFloat()).isEqualTo(0.25f);
    assertThat(ByteBuffer.wrap(written).getFloat(Float.BYTES)).isNaN();
  }

  @Test
  void sameResultsInAnotherOrderAndAtAnotherTimeGiveTheSameBytesButForProvenanceAndCrate() {
    // Given
    StudyResults results = MadeResults.complete(2);
    List<EncodingCell> shuffled = new ArrayList<>(results.cells());
    Collections.shuffle(shuffled, new Random(1));
    StudyResults later =
        MadeResults.of(
            results.study(),
            2,
            List.of(),
            List.of(),
            MadeResults.CREATED.plus(Duration.ofDays(400)));
    // When
    Map<String, byte[]> first = written(results);
    Map<String, byte[]> second = written(with(later, shuffled));
    // Then
    assertThat(second.keySet()).isEqualTo(first.keySet());
    assertThat(first.keySet())
        .filteredOn(path -> !Arrays.equals(first.get(path), second.get(path)))
        .containsExactly("provenance.json", "ro-crate-metadata.json");
  }

  @Test
  void aStudyInWhichEverythingFailedStillHasTablesAndAReport() {
    // Given
    StudyResults none =
        new StudyResults(
            MadeStudy.study(),
            List.of(),
            MadeStudy::masks,
            Surfaces.none("No surface."),
            List.of(),
            List.of(),
            List.of(),
            null,
            List.of(new FailedTask("everything", "the disk is gone")),
            List.of(),
            "stimulus,fold\n",
            MadeResults.complete(1).provenance());
    // When
    Map<String, byte[]> files = written(none);
    // Then
    assertThat(text(files, "tables/scores.csv").lines()).hasSize(1);
    assertThat(text(files, "report.html")).contains("1 task failed").contains("the disk is gone");
    assertThat(text(files, "tables/warnings.csv"))
        .contains("\nfailed-task,,,,,,,,,,,0,0,everything: the disk is gone\n");
  }

  @Test
  void oneHemisphereOfOneParticipantIsAWholeStudy() {
    // Given
    StudyResults both = MadeResults.complete(1);
    List<EncodingCell> left =
        both.cells().stream().filter(cell -> cell.hemisphere() == Hemisphere.LH).toList();
    // When
    Map<String, byte[]> files = written(with(both, left));
    // Then
    assertThat(text(files, "tables/scores.csv").lines().skip(1))
        .isNotEmpty()
        .allMatch(row -> row.startsWith("subj01,lh,"));
    assertThat(text(files, "tables/groups.csv").lines().skip(1))
        .allMatch(row -> row.endsWith(",1,1"));
    assertThat(text(files, "tables/statistics.csv")).doesNotContain("lh-rh");
    assertThat(text(files, "report.html"))
        .contains("with 1, no two-sided sign-flip p can be below 1")
        .contains("Participants with one hemisphere")
        .contains("subj01 (lh)")
        .doesNotContain("NaN");
  }

  @Test
  void ceilingsStandBesideTheScoresAndChangeNone() {
    // Given
    StudyResults raw = MadeResults.complete(1);
    NoiseCeilings ceilings = new NoiseCeilings(NoiseCeilings.Kind.GIVEN);
    EncodingCell first = raw.cells().get(0);
    float[] half = new float[first.values("score_full").length];
    Arrays.fill(half, 0.5f);
    ceilings.add(first.participant(), first.hemisphere(), half);
    // When
    Map<String, byte[]> without = written(raw);
    Map<String, byte[]> with = written(with(raw, List.of(ceilings), raw.cells()));
    // Then
    for (String table : List.of("scores", "groups", "lateralisation", "statistics")) {
      assertThat(text(with, "tables/" + table + ".csv"))
          .isEqualTo(text(without, "tables/" + table + ".csv"));
    }
    assertThat(without).doesNotContainKey("tables/ceilings.csv");
    assertThat(text(with, "tables/ceilings.csv").lines().skip(1))
        .isNotEmpty()
        .allMatch(row -> row.startsWith("subj01,lh,") && row.contains(",given,"));
    assertThat(with)
        .containsKeys(
            "vertices/subj01/ceiling/lh_given.npy",
            "vertices/subj01/trained/early/features/lh_normalised_score_contra.npy");
    assertThat(text(with, "report.html")).contains("Noise ceilings").contains("not cut off at 1");
  }

  private static StudyResults with(StudyResults results, List<EncodingCell> cells) {
    return with(results, results.ceilings(), cells);
  }

  private static StudyResults with(
      StudyResults results, List<NoiseCeilings> ceilings, List<EncodingCell> cells) {
    return new StudyResults(
        results.study(),
        cells,
        results.masks(),
        results.surfaces(),
        ceilings,
        results.geometry(),
        List.of(),
        results.vertex(),
        results.failures(),
        results.warnings(),
        results.foldsCsv(),
        results.provenance());
  }

  private static Map<String, byte[]> written(StudyResults results) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    new ResultsWriter(
            ResultsWriterTest::bigEndian,
            provenance -> provenance.created().toString().getBytes(StandardCharsets.UTF_8),
            summary -> summary.toString().getBytes(StandardCharsets.UTF_8),
            (context, crate) -> crate.toString().getBytes(StandardCharsets.UTF_8))
        .write(results, files::put, WritingWatch.NOBODY);
    return files;
  }

  private static String text(Map<String, byte[]> files, String path) {
    return new String(Objects.requireNonNull(files.get(path)), StandardCharsets.UTF_8);
  }

  private static void bigEndian(OutputStream out, FloatTensor tensor) throws IOException {
    DataOutputStream data = new DataOutputStream(out);
    for (float value : tensor.values()) {
      data.writeFloat(value);
    }
  }
}
