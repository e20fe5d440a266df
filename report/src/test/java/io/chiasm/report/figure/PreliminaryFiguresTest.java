package io.chiasm.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.study.Study;
import io.chiasm.report.chart.Figure;
import io.chiasm.report.chart.Lettering;
import io.chiasm.report.results.EncodingCell;
import io.chiasm.report.results.MadeStudy;
import io.chiasm.report.results.RunningSummary;
import io.chiasm.report.results.StudyOrder;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreliminaryFiguresTest {
  private static final Study STUDY = MadeStudy.study();

  @Test
  void everyFigureSaysInItsOwnDrawingThatItIsPreliminary() {
    // When
    List<Figure> figures = after(7);
    // Then
    assertThat(figures).isNotEmpty();
    assertThat(figures)
        .allSatisfy(
            figure -> {
              assertThat(figure.id()).startsWith("preliminary_");
              assertThat(figure.svg(Lettering.TEXT)).contains("Preliminary, 7 of 48 models:");
            });
  }

  @Test
  void nothingIsTestedBeforeAllIsThere() {
    assertThat(after(MadeStudy.cells(STUDY, 2).size()))
        .allSatisfy(figure -> assertThat(figure.caption()).doesNotContain("p <"));
  }

  @Test
  void withoutAModelThereIsNoFigure() {
    assertThat(after(0)).isEmpty();
  }

  private static List<Figure> after(int models) {
    List<EncodingCell> cells = MadeStudy.cells(STUDY, 2);
    RunningSummary summary = new RunningSummary(new StudyOrder(STUDY), MadeStudy::masks);
    cells.subList(0, models).forEach(summary::add);
    return PreliminaryFigures.of(STUDY, summary.scores(), models, cells.size());
  }
}
