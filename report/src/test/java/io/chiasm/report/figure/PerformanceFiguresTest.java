package io.chiasm.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chiasm.contracts.study.Study;
import io.chiasm.report.ceiling.NoiseCeilings;
import io.chiasm.report.chart.BarFigure;
import io.chiasm.report.chart.Figure;
import io.chiasm.report.results.EncodingCell;
import io.chiasm.report.results.MadeStudy;
import io.chiasm.report.results.NormalisedScore;
import io.chiasm.report.results.NormalisedScores;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PerformanceFiguresTest {
  private static final double ROUND_OFF = 1e-6;

  private final Study study = MadeStudy.study(List.of("trained"));
  private final StudyView view =
      new StudyView(MadeStudy.scores(study, 2), "features", name -> true);

  @Test
  void withoutCeilingsRawScoresStandAlone() {
    List<Figure> figures = new PerformanceFigures(view, List.of()).figures();
    assertThat(figures).extracting(Figure::id).containsExactly("performance");
    assertThat(figures.get(0).caption()).doesNotContain("ceiling");
  }

  @Test
  void ceilingsStandBesideRawScoresAndSharesInAFigureOfTheirOwn() {
    // When
    List<Figure> figures = new PerformanceFigures(view, normalised(0.8f)).figures();
    // Then
    assertThat(figures)
        .extracting(Figure::id)
        .containsExactly("performance", "performance_normalised");
    BarFigure raw = (BarFigure) figures.get(0);
    assertThat(raw.series())
        .extracting(BarFigure.Series::label)
        .containsExactly(
            "early", "middle", "late", "noise ceiling, given", "noise ceiling, lower bound");
    BarFigure alone = (BarFigure) new PerformanceFigures(view, List.of()).figures().get(0);
    BarFigure.Group group = raw.panels().get(0).groups().get(0);
    assertThat(group.bars().subList(0, 3))
        .extracting(BarFigure.Bar::mean)
        .isEqualTo(
            alone.panels().get(0).groups().get(0).bars().stream()
                .map(BarFigure.Bar::mean)
                .toList());
    assertThat(group.bars().get(3).mean()).isCloseTo(0.8, within(ROUND_OFF));
    BarFigure shares = (BarFigure) figures.get(1);
    assertThat(shares.panels().get(0).groups().get(1).bars().get(2).mean())
        .isCloseTo(
            raw.panels().get(0).groups().get(1).bars().get(2).mean() / 0.8, within(ROUND_OFF));
  }

  private List<NormalisedScore> normalised(float ceiling) {
    List<NoiseCeilings> kinds = new ArrayList<>();
    for (NoiseCeilings.Kind kind : NoiseCeilings.Kind.values()) {
      NoiseCeilings ceilings = new NoiseCeilings(kind);
      for (EncodingCell cell : MadeStudy.cells(study, 2)) {
        float[] values = new float[cell.values("score_full").length];
        Arrays.fill(values, ceiling);
        ceilings.add(cell.participant(), cell.hemisphere(), values);
      }
      kinds.add(ceilings);
    }
    NormalisedScores scores = new NormalisedScores(MadeStudy::masks, kinds);
    MadeStudy.cells(study, 2).forEach(scores::add);
    return scores.rows();
  }
}
