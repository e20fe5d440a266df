package io.chiasm.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.study.NetworkDetails;
import io.chiasm.contracts.study.NetworkSpec;
import io.chiasm.contracts.study.Study;
import io.chiasm.report.chart.Lettering;
import io.chiasm.report.chart.PrintedFigure;
import io.chiasm.report.chart.ScatterFigure;
import io.chiasm.report.colour.Palette;
import io.chiasm.report.results.MadeStudy;
import io.chiasm.report.results.NetworkInventory;
import io.chiasm.report.results.StudyScores;
import io.chiasm.report.statistics.AcrossNetworks;
import io.chiasm.report.statistics.StudyStatistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AccuracyFiguresTest {
  private static Study study(int networks, int families) {
    List<String> names = IntStream.range(0, networks).mapToObj(i -> "trained-" + i).toList();
    Study made = MadeStudy.study(names);
    List<NetworkSpec> known = new ArrayList<>();
    for (NetworkSpec network : made.networks()) {
      int index = known.size();
      known.add(
          new NetworkSpec(
              network.name(),
              network.source(),
              network.weights(),
              null,
              null,
              60.0 + index,
              network.layers(),
              new NetworkDetails(false, "family" + index % families)));
    }
    return made.of(known);
  }

  private static Chapter chapter(Study study, boolean across) {
    StudyScores scores = MadeStudy.scores(study, 2);
    NetworkInventory inventory =
        new NetworkInventory(Map.of("trained-0", 7L, "trained-1", 9L), List.of());
    return AccuracyFigures.chapter(
        study,
        new StudyView(scores, "features", name -> true),
        StudyStatistics.of(study, scores),
        across ? AcrossNetworks.of(study, inventory, scores) : List.of());
  }

  private static ScatterFigure first(Chapter chapter) {
    return (ScatterFigure) chapter.figures().get(0);
  }

  @Test
  void everyFamilyHasAColourInLegendPointsAndData() {
    // When
    ScatterFigure figure = first(chapter(study(5, 2), true));
    // Then
    assertThat(figure.groups())
        .extracting(ScatterFigure.Group::label)
        .containsExactly("family0", "family1");
    assertThat(figure.panels().get(0).points())
        .extracting(ScatterFigure.Point::group)
        .containsExactly(0, 1, 0, 1, 0);
    assertThat(figure.svg(Lettering.TEXT)).contains(">family1<").contains(Palette.category(1));
    assertThat(figure.data().orElseThrow().rows().get(1)).contains("family1");
    assertThat(new PrintedFigure(figure).png()).isNotEmpty();
  }

  @Test
  void theNoteHasTheIntervalFromFiveNetworksOn() {
    assertThat(first(chapter(study(5, 2), true)).panels().get(0).note())
        .matches("rho = \\S+ \\[\\S+ to \\S+], p = \\S+, N = 5 networks");
    assertThat(first(chapter(study(4, 2), true)).panels().get(0).note()).doesNotContain("[");
  }

  @Test
  void fewNetworksAreSaidToShowLittle() {
    assertThat(chapter(study(4, 2), true).text())
        .contains("With 4 networks no p can be below 0.0833");
    assertThat(chapter(study(10, 2), true).text()).doesNotContain("no p can be below");
  }

  @Test
  void smallFamiliesBeyondTheColoursShareOne() {
    ScatterFigure figure = first(chapter(study(12, 11), true));
    assertThat(figure.groups()).hasSize(Palette.categories());
    assertThat(figure.groups().get(0).label()).isEqualTo("family0");
    assertThat(figure.groups().get(Palette.categories() - 1).label()).isEqualTo("other families");
  }

  @Test
  void withoutCorrelationsAcrossNetworksTheFigureIsAsItWas() {
    ScatterFigure figure = first(chapter(study(3, 2), false));
    assertThat(figure.groups()).isEmpty();
    assertThat(figure.caption()).endsWith("every ROI: tables/statistics.csv.");
    assertThat(figure.data().orElseThrow().columns()).hasSize(5);
  }
}
