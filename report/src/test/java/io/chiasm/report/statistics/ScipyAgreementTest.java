package io.chiasm.report.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScipyAgreementTest {
  /** Sums of eight numbers below one, taken in another order. */
  private static final Offset<Double> ROUNDING = within(1e-12);

  private static final List<CSVRecord> EXPECTED = ScipyReference.records("tests.csv");

  private final List<ContrastResult> tests = new PanelContrasts(0).of(ScipyReference.panel());

  @Test
  void meansDeviationsAndEffectSizesAgree() {
    assertThat(tests).hasSameSizeAs(EXPECTED);
    for (int i = 0; i < tests.size(); i++) {
      assertThat(tests.get(i).n()).isEqualTo(Integer.parseInt(EXPECTED.get(i).get("n")));
      agree(i, tests.get(i).mean(), "mean");
      agree(i, tests.get(i).sd(), "sd");
      agree(i, tests.get(i).effect(), "d_z");
    }
  }

  @Test
  void exactSignFlipsAgreeAlsoWhereSomeParticipantsLackTheRoi() {
    for (int i = 0; i < tests.size(); i++) {
      agree(i, tests.get(i).p(), "p");
      agree(i, tests.get(i).pLeast(), "p_least");
    }
  }

  @Test
  void bootstrapIntervalsAreNumpysOwn() {
    for (int i = 0; i < tests.size(); i++) {
      agree(i, tests.get(i).interval().low(), "ci_low");
      agree(i, tests.get(i).interval().high(), "ci_high");
    }
  }

  @Test
  void theMaxStatisticAgreesAndIsNotThereForAnIncompleteRoi() {
    for (int i = 0; i < tests.size(); i++) {
      agree(i, tests.get(i).max().p(), "p_max");
    }
    assertThat(tests.get(0).max().tests()).isEqualTo(4);
    assertThat(tests.get(4).max()).isEqualTo(ContrastResult.Corrected.NONE);
  }

  @Test
  void falseDiscoveryRatesAgree() {
    double[] p = tests.stream().mapToDouble(ContrastResult::p).filter(v -> v >= 0).toArray();
    double[] adjusted = BenjaminiHochberg.adjusted(p);
    for (int i = 0; i < adjusted.length; i++) {
      agree(i, adjusted[i], "p_bh");
    }
  }

  @Test
  void rankCorrelationAndItsExactPermutationAgreeWithTies() {
    // Given
    List<CSVRecord> rows = ScipyReference.records("accuracy.csv");
    CSVRecord expected = ScipyReference.records("accuracy_expected.csv").get(0);
    Spearman spearman = new Spearman(column(rows, "acc1"), column(rows, "lateralisation"));
    // Then
    assertThat(spearman.rho()).isCloseTo(ScipyReference.number(expected, "rho"), ROUNDING);
    assertThat(spearman.p(0)).isCloseTo(ScipyReference.number(expected, "p"), ROUNDING);
  }

  private static double[] column(List<CSVRecord> rows, String name) {
    return rows.stream().mapToDouble(row -> ScipyReference.number(row, name)).toArray();
  }

  private static void agree(int row, double value, String column) {
    double expected = ScipyReference.number(EXPECTED.get(row), column);
    if (Double.isNaN(expected)) {
      assertThat(value).as("%s of row %d", column, row).isNaN();
    } else {
      assertThat(value).as("%s of row %d", column, row).isCloseTo(expected, ROUNDING);
    }
  }
}
