package io.chiasm.report.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.ParticipantId;
import io.chiasm.report.results.ConditionPair;
import io.chiasm.report.results.PairedScores;
import io.chiasm.report.results.Quantity;
import io.chiasm.report.results.ScoresReader;
import io.chiasm.report.results.StudyScores;
import io.chiasm.report.statistics.ContrastResult;
import io.chiasm.report.statistics.StudyDifferences;
import io.chiasm.report.table.TableFile;
import io.chiasm.report.table.TableRow;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Two studies' tables and what numpy and scipy make of them; written by {@code comparison.py}. */
class NumpyComparisonTest {
  /** Sums of a few numbers below one, taken in another order. */
  private static final Offset<Double> ROUNDING = within(1e-12);

  private static final StudyScores A = scores("a");
  private static final StudyScores B = scores("b");
  private static final Pairing PAIRING = new Pairing(A, B, Map.of(), Map.of());
  private static final PairedScores PAIRED = PairedScores.of(A, B, PAIRING.pairs());

  @Test
  void splitAndRegressionAreWhatIsComparedAndPreventNoPair() {
    assertThat(PAIRING.pairs())
        .extracting(ConditionPair::difference)
        .extracting(Object::toString)
        .containsExactly("net · early · image − features", "net · late · image − features");
    assertThat(PAIRING.sentences())
        .containsExactly("The split image of B is compared with features of A.");
  }

  @Test
  void everyRowThatBothHaveIsSubtracted() {
    List<TableRow> expected = rows("differences.csv");
    int compared = 0;
    for (PairedScores.Row row : PAIRED.rows()) {
      for (Quantity quantity : StudyDifferences.QUANTITIES) {
        if (row.difference().has(quantity)) {
          TableRow wanted = expected.get(compared++);
          assertThat(row.a().participant().value()).isEqualTo(wanted.text("participant"));
          assertThat(row.a().hemisphere().label()).isEqualTo(wanted.text("hemisphere"));
          assertThat(row.a().condition().layer()).isEqualTo(wanted.text("layer"));
          assertThat(row.a().roi().name()).isEqualTo(wanted.text("roi"));
          assertThat(quantity.label()).isEqualTo(wanted.text("quantity"));
          assertThat(row.a().vertices()).isEqualTo(wanted.count("n_vertices"));
          agree(row.a().mean(quantity), wanted, "score_a");
          agree(row.b().mean(quantity), wanted, "score_b");
          agree(row.difference().mean(quantity), wanted, "difference");
        }
      }
    }
    assertThat(compared).isEqualTo(expected.size());
    assertThat(PAIRED.otherVertices()).isEqualTo(2);
  }

  @Test
  void testsOfTheDifferencesAgree() {
    List<TableRow> expected = rows("statistics.csv");
    List<ContrastResult> tests = StudyDifferences.of(PAIRED);
    assertThat(tests).hasSameSizeAs(expected);
    for (int i = 0; i < tests.size(); i++) {
      ContrastResult test = tests.get(i);
      TableRow wanted = expected.get(i);
      assertThat(test.quantity().label()).isEqualTo(wanted.text("quantity"));
      assertThat(test.layer()).isEqualTo(wanted.text("layer"));
      assertThat(test.roi().name()).isEqualTo(wanted.text("roi"));
      assertThat(test.n()).isEqualTo(wanted.count("n"));
      agree(test.mean(), wanted, "mean");
      agree(test.sd(), wanted, "sd");
      agree(test.interval().low(), wanted, "ci_low");
      agree(test.interval().high(), wanted, "ci_high");
      agree(test.effect(), wanted, "d_z");
      agree(test.p(), wanted, "p");
      agree(test.max().p(), wanted, "p_max");
      agree(test.bh().p(), wanted, "p_bh");
    }
  }

  @Test
  void verticesAreSummarisedAsByNumpy() {
    List<TableRow> rows = rows("vertices.csv");
    float[] a = new float[rows.size()];
    float[] b = new float[rows.size()];
    for (int vertex = 0; vertex < a.length; vertex++) {
      a[vertex] = Float.parseFloat(rows.get(vertex).text("a"));
      b[vertex] = Float.parseFloat(rows.get(vertex).text("b"));
    }
    VertexSummary summary =
        VertexSummary.of(
            PAIRING.pairs().get(0),
            new ParticipantId("subj01"),
            Hemisphere.LH,
            Quantity.LATERALISATION,
            a,
            b);
    TableRow expected = rows("vertices_expected.csv").get(0);
    assertThat(summary.n()).isEqualTo(expected.count("n"));
    agree(summary.meanA(), expected, "mean_a");
    agree(summary.meanB(), expected, "mean_b");
    agree(summary.difference(), expected, "difference");
    agree(summary.sd(), expected, "sd");
    agree(summary.larger(), expected, "larger");
    agree(summary.correlation(), expected, "correlation");
  }

  private static void agree(double value, TableRow row, String column) {
    double expected = row.number(column);
    if (Double.isNaN(expected)) {
      assertThat(value).as(column).isNaN();
    } else {
      assertThat(value).as(column).isCloseTo(expected, ROUNDING);
    }
  }

  private static StudyScores scores(String study) {
    return ScoresReader.read(table(study + "_scores.csv"), table(study + "_lateralisation.csv"));
  }

  private static List<TableRow> rows(String name) {
    return table(name).rows(List.of());
  }

  private static TableFile table(String name) {
    try (InputStream in =
        Objects.requireNonNull(NumpyComparisonTest.class.getResourceAsStream(name))) {
      return new TableFile(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
