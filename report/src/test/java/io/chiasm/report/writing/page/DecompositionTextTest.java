package io.chiasm.report.writing.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.study.SplitSpec;
import io.chiasm.contracts.study.SplitSpec.Control;
import io.chiasm.contracts.study.Study;
import io.chiasm.report.results.MadeStudy;
import io.chiasm.report.results.Roi;
import io.chiasm.report.statistics.Decomposed;
import io.chiasm.report.statistics.Decomposed.Sides;
import io.chiasm.report.statistics.Interval;
import io.chiasm.report.statistics.LeakTerm;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Words that say no more than the intervals do. */
class DecompositionTextTest {
  @Test
  void aShareThatRoundsToNothingHasNoSign() {
    assertThat(DecompositionText.percent(-0.004)).isEqualTo("0 %");
    assertThat(DecompositionText.percent(-0.29)).isEqualTo("−29 %");
    assertThat(DecompositionText.percent(Double.NaN)).isEqualTo("–");
  }

  @Test
  void theLargestEffectComesFirstAndWhatIsNotToldIsSaid() {
    assertThat(
            DecompositionText.of(
                List.of(
                    row(Sides.MEAN, LeakTerm.LATERALISATION, 0.1, 0.08, 0.12),
                    row(Sides.MEAN, LeakTerm.OWN_HALF, 0.16, 0.1, 0.2),
                    row(Sides.MEAN, LeakTerm.RECEPTIVE_FIELDS, -0.02, -0.03, -0.01),
                    row(Sides.MEAN, LeakTerm.GATES, -0.05, -0.06, -0.04),
                    row(Sides.MEAN, LeakTerm.GRID, 0.004, -0.01, 0.02),
                    row(Sides.MEAN, LeakTerm.RESIDUAL, 0.006, -0.01, 0.02))))
        .isEqualTo(
            "trained · late, all vertices, N = 4: lateralisation 0.100 (0.080 to 0.120) = one half"
                + " by itself 0.160 (0.100 to 0.200) + receptive fields −0.020 (−0.030 to −0.010) +"
                + " gates −0.050 (−0.060 to −0.040) + grid 0.004 (−0.010 to 0.020) + residual 0.006"
                + " (−0.010 to 0.020). From the largest on, gates: 0.050 taken away (50 % of"
                + " what is seen); receptive fields: 0.020 taken away (20 % of what is seen). Not"
                + " told from 0:"
                + " grid.");
  }

  @Test
  void aDifferenceThatIsNotThereNeedsNoCause() {
    assertThat(
            DecompositionText.of(
                List.of(
                    row(Sides.DIFFERENCE, LeakTerm.LATERALISATION, 0.01, -0.02, 0.03),
                    row(Sides.DIFFERENCE, LeakTerm.GRID, 0.05, 0.04, 0.06))))
        .endsWith("there is none to explain that these participants show.")
        .doesNotContain("From the largest");
  }

  @Test
  void aNetworkWithoutGatesHasNothingOfThem() {
    assertThat(
            DecompositionText.of(
                List.of(
                    row(Sides.MEAN, LeakTerm.LATERALISATION, 0.1, 0.08, 0.12),
                    row(Sides.MEAN, LeakTerm.GATES, 0, 0, 0))))
        .endsWith("Exactly 0 in every participant: gates.");
  }

  @Test
  void fewerThanThreeParticipantsTellNothing() {
    assertThat(
            DecompositionText.of(
                List.of(row(Sides.MEAN, LeakTerm.LATERALISATION, 0.1, Double.NaN, Double.NaN))))
        .contains("lateralisation 0.100 =")
        .contains("Fewer than three participants give no interval");
  }

  @Test
  void theStudyFileForTheOtherTermsIsNamed() {
    List<Decomposed> rows =
        List.of(
            row(Sides.MEAN, LeakTerm.LATERALISATION, 0.1, 0.08, 0.12),
            row(Sides.MEAN, LeakTerm.GRID, 0.01, 0, 0.02));
    assertThat(DecompositionText.missing(study(Control.RANDOM, Control.MIRRORED), rows))
        .hasValue(
            "Not taken apart here: receptive fields, gates, residual. A study with split: {at:"
                + " features, controls: [random, mirrored, image, architecture, shared-gates]} would"
                + " tell; what is computed already is not computed again.");
    assertThat(
            DecompositionText.missing(
                study(Control.MIRRORED, Control.IMAGE, Control.ARCHITECTURE, Control.SHARED_GATES),
                rows))
        .hasValueSatisfying(
            sentence -> assertThat(sentence).contains("residual. The study asks for every split"));
    List<Decomposed> all =
        Stream.of(LeakTerm.values()).map(term -> row(Sides.MEAN, term, 0.1, 0, 0.2)).toList();
    assertThat(DecompositionText.missing(study(Control.MIRRORED), all)).isEmpty();
  }

  private static Study study(Control... controls) {
    Study made = MadeStudy.study();
    return new Study(
        made.name(),
        made.dataset(),
        made.networks(),
        made.preprocessing(),
        new SplitSpec(SplitSpec.At.FEATURES, SplitSpec.Midline.EXCLUDE, List.of(controls)),
        made.encoding(),
        made.validation(),
        null,
        null,
        null);
  }

  private static Decomposed row(Sides sides, LeakTerm term, double mean, double low, double high) {
    return new Decomposed(
        "trained",
        "late",
        Roi.ALL,
        sides,
        term,
        term != LeakTerm.LATERALISATION,
        4,
        mean,
        mean == 0 ? 0 : 0.01,
        new Interval(low, high),
        mean / 0.1);
  }
}
