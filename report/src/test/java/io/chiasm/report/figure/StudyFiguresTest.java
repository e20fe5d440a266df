package io.chiasm.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.study.Study;
import io.chiasm.report.chart.BarFigure;
import io.chiasm.report.chart.Figure;
import io.chiasm.report.results.MadeStudy;
import io.chiasm.report.results.StudyScores;
import io.chiasm.report.statistics.StudyStatistics;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StudyFiguresTest {
  private static final List<Figure> FIGURES = figures(MadeStudy.study(), 3);

  @Test
  void aStudyOfTwoNetworksHasTheTalksFiguresAndItsControl() {
    assertThat(FIGURES)
        .extracting(Figure::id)
        .containsExactly(
            "prediction_trained",
            "prediction_untrained-0",
            "lateralisation_by-layer",
            "lateralisation_by-network",
            "performance",
            "hemispheres",
            "unique_prediction_trained",
            "unique_prediction_untrained-0",
            "unique_lateralisation_by-layer",
            "unique_lateralisation_by-network",
            "unique_hemispheres",
            "unique_lateralisation_by-layer_upper-lower",
            "lateralisation_by-layer_upper-lower");
  }

  @Test
  void roisFollowTheVisualHierarchyWithAllVerticesLast() {
    BarFigure figure = (BarFigure) FIGURES.get(0);
    assertThat(figure.panels().get(0).groups())
        .extracting(BarFigure.Group::label)
        .startsWith("V1v", "V1d", "V2v")
        .endsWith("parietal", "all");
  }

  @Test
  void aControlIsNamedByItsOwnHalves() {
    BarFigure control = (BarFigure) FIGURES.get(FIGURES.size() - 1);
    assertThat(control.title())
        .isEqualTo("Difference (upper − lower prediction) by layer, control upper-lower");
    assertThat(control.axis()).isEqualTo("r upper − r lower");
  }

  @Test
  void aMissingRoiShowsInN() {
    assertThat(FIGURES.get(0).caption()).contains("N = 4 to 6");
  }

  @Test
  void moreNetworksThanColoursAreShownInSeveralFiguresEachWithTheFirst() {
    // Given
    List<String> networks =
        IntStream.range(0, 9).mapToObj(i -> i == 0 ? "trained" : "seed-" + i).toList();
    Study study = MadeStudy.study(networks);
    // When
    List<Figure> figures =
        figures(study, 1).stream().filter(f -> f.id().startsWith("lateralisation_by-net")).toList();
    // Then
    BarFigure crowded = (BarFigure) figures.get(0);
    assertThat(crowded.hasDots()).isFalse();
    assertThat(crowded.caption()).doesNotContain("dots");
    BarFigure last = (BarFigure) figures.get(1);
    assertThat(last.id()).isEqualTo("lateralisation_by-network_2");
    assertThat(last.series())
        .extracting(BarFigure.Series::label)
        .containsExactly("trained", "seed-8");
  }

  private static List<Figure> figures(Study study, int participants) {
    StudyScores scores = MadeStudy.scores(study, participants);
    return StudyFigures.of(study, scores, StudyStatistics.of(study, scores), List.of(), null)
        .stream()
        .flatMap(chapter -> chapter.figures().stream())
        .toList();
  }
}
