package io.chiasm.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.study.Callosum;
import io.chiasm.contracts.study.SplitSpec;
import io.chiasm.contracts.study.Study;
import io.chiasm.report.chart.CurveFigure;
import io.chiasm.report.chart.Figure;
import io.chiasm.report.chart.Lettering;
import io.chiasm.report.chart.PrintedFigure;
import io.chiasm.report.results.MadeStudy;
import io.chiasm.report.results.Quantity;
import io.chiasm.report.results.Roi;
import io.chiasm.report.results.StudyScores;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CallosumFiguresTest {
  @Test
  void everyLayerHasAFigureWithALineForEveryNetworkAndAPlaceForEveryCallosum() {
    // Given
    Study study = study("none", "features.4", "features.2");
    StudyScores scores = MadeStudy.scores(study, 2);
    // When
    List<Figure> figures = figures(study, scores);
    // Then
    assertThat(figures)
        .extracting(Figure::id)
        .containsExactly("callosum_early", "callosum_middle", "callosum_late");
    CurveFigure late = (CurveFigure) figures.get(2);
    assertThat(late.places()).containsExactly("none", "features.4", "features.2");
    assertThat(late.curves())
        .extracting(CurveFigure.Curve::label)
        .containsExactly("trained", "untrained-0");
    assertThat(late.panels())
        .extracting(CurveFigure.Panel::title)
        .startsWith("V1v", "V1d")
        .endsWith("all vertices");
    // And
    CurveFigure.Point point = late.panels().get(7).lines().get(1).get(2);
    double expected =
        scores.conditions().stream()
            .filter(c -> c.network().equals("untrained-0") && c.layer().equals("late"))
            .filter(c -> c.split().equals("architecture-features.2"))
            .mapToDouble(c -> scores.spread(c, Roi.ALL, Quantity.LATERALISATION).mean())
            .sum();
    assertThat(point.x()).isEqualTo(2);
    assertThat(point.y()).isEqualTo(expected);
    assertThat(late.svg(Lettering.TEXT)).contains(">features.4<").contains(">none<");
    assertThat(new PrintedFigure(late).png()).isNotEmpty();
  }

  @Test
  void oneCallosumIsNoCourse() {
    Study study = study("features.4");
    assertThat(figures(study, MadeStudy.scores(study, 1))).isEmpty();
  }

  private static List<Figure> figures(Study study, StudyScores scores) {
    StudyView own = new StudyView(scores, study.split().label(), name -> true);
    return new CallosumFigures(study.split(), own).figures();
  }

  private static Study study(String... callosa) {
    Study made = MadeStudy.study();
    return new Study(
        made.name(),
        made.dataset(),
        made.networks(),
        made.preprocessing(),
        new SplitSpec(
            SplitSpec.At.ARCHITECTURE,
            SplitSpec.Midline.EXCLUDE,
            List.of(),
            Stream.of(callosa).map(Callosum::of).toList()),
        made.encoding(),
        made.validation(),
        made.semantic(),
        made.surface(),
        made.vertex());
  }
}
