package io.chiasm.report.figure;

import io.chiasm.contracts.study.Study;
import io.chiasm.report.chart.Figure;
import io.chiasm.report.results.StudyScores;
import java.util.List;

/**
 * A study's main figures from the models that are fitted so far. Each says so in its own title,
 * wherever it is copied to, and none shows a test: what comes later would change it.
 */
public final class PreliminaryFigures {
  private static final List<String> CHAPTERS = List.of("prediction", "layers", "training");

  /** More are looked at when the study is through. */
  private static final int MOST = 12;

  private PreliminaryFigures() {}

  /**
   * @param drawn models in {@code scores}
   * @param total models of the study
   */
  public static List<Figure> of(Study study, StudyScores scores, int drawn, int total) {
    String label = "Preliminary, " + drawn + " of " + total + " models: ";
    return StudyFigures.of(study, scores, List.of(), List.of(), null).stream()
        .filter(chapter -> CHAPTERS.contains(chapter.id()))
        .flatMap(chapter -> chapter.figures().stream())
        .limit(MOST)
        .map(figure -> figure.renamed("preliminary_" + figure.id(), label + figure.title()))
        .toList();
  }
}
