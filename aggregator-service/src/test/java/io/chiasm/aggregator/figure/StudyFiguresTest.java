package io.chiasm.aggregator.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.aggregator.results.MadeStudy;
import io.chiasm.contracts.study.Study;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StudyFiguresTest {
  private static final List<Figure> FIGURES =
      StudyFigures.of(MadeStudy.scores(MadeStudy.study(), 3), "features");

  @Test
  void aStudyOfTwoNetworksHasFourFigures() {
    assertThat(FIGURES)
        .extracting(Figure::id)
        .containsExactly(
            "prediction_trained",
            "prediction_untrained-0",
            "lateralisation_by-layer",
            "lateralisation_by-network");
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
    List<Figure> figures = StudyFigures.of(MadeStudy.scores(study, 1), "features");
    // Then
    BarFigure crowded = (BarFigure) figures.get(figures.size() - 2);
    assertThat(crowded.hasDots()).isFalse();
    assertThat(crowded.caption()).doesNotContain("dots");
    BarFigure last = (BarFigure) figures.get(figures.size() - 1);
    assertThat(last.id()).isEqualTo("lateralisation_by-network_2");
    assertThat(last.series())
        .extracting(BarFigure.Series::label)
        .containsExactly("trained", "seed-8");
  }
}
