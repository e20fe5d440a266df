package io.chiasm.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.study.SemanticSpec;
import io.chiasm.contracts.study.Study;
import io.chiasm.report.chart.BarFigure;
import io.chiasm.report.chart.Figure;
import io.chiasm.report.results.MadeStudy;
import io.chiasm.report.results.StudyScores;
import io.chiasm.report.statistics.StudyStatistics;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SemanticFiguresTest {
  /** The made semantic model has a made network's layers; one of them is enough. */
  private final Study study = MadeStudy.study(List.of("trained"));

  private final StudyScores scores =
      MadeStudy.scores(MadeStudy.study(List.of("trained", "semantic")), 2);

  @Test
  void theSemanticModelStandsBesideTheBestLayer() {
    BarFigure figure = (BarFigure) chapter("semantic").figures().get(0);
    assertThat(figure.series())
        .extracting(BarFigure.Series::label)
        .containsExactly("full", "contralateral", "ipsilateral");
    assertThat(figure.panels())
        .extracting(BarFigure.Panel::title)
        .startsWith("semantic · early (features.2)")
        .element(3)
        .asString()
        .startsWith("trained · ");
    assertThat(chapter("semantic").text()).contains("predicts all vertices best (trained, layer");
  }

  @Test
  void itIsNoNetworkAmongNetworks() {
    for (Chapter chapter : chapters()) {
      for (Figure figure : chapter.figures()) {
        if (figure instanceof BarFigure bars && !figure.id().contains("semantic")) {
          assertThat(bars.panels()).extracting(BarFigure.Panel::title).doesNotContain("semantic");
          assertThat(bars.series()).extracting(BarFigure.Series::label).doesNotContain("semantic");
        }
      }
    }
  }

  @Test
  void itsUniqueVarianceIsShownToo() {
    assertThat(chapter("unique").figures()).extracting(Figure::id).contains("unique_semantic");
  }

  @Test
  void aStudyWithoutOneSaysSo() {
    Chapter none =
        StudyFigures.of(study, MadeStudy.scores(study, 1), List.of(), List.of(), null).stream()
            .filter(c -> c.id().equals("semantic"))
            .findFirst()
            .orElseThrow();
    assertThat(none.figures()).isEmpty();
    assertThat(none.text()).contains("no semantic model");
  }

  private Chapter chapter(String id) {
    return chapters().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
  }

  private List<Chapter> chapters() {
    return StudyFigures.of(
        withCategories(), scores, StudyStatistics.of(study, scores), List.of(), null);
  }

  private Study withCategories() {
    return new Study(
        study.name(),
        study.dataset(),
        study.networks(),
        study.preprocessing(),
        study.split(),
        study.encoding(),
        study.validation(),
        new SemanticSpec.CategoryFile(Path.of("categories.csv")),
        study.surface(),
        study.vertex());
  }
}
