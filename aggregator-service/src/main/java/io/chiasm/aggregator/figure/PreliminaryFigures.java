package io.chiasm.aggregator.figure;

import io.chiasm.aggregator.results.StudyScores;
import io.chiasm.contracts.study.Study;
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
        .map(figure -> labelled(figure, label))
        .toList();
  }

  private static Figure labelled(Figure figure, String label) {
    String id = "preliminary_" + figure.id();
    String title = label + figure.title();
    if (figure instanceof BarFigure bars) {
      return new BarFigure(id, title, bars.axis(), bars.caption(), bars.series(), bars.panels());
    }
    if (figure instanceof ScatterFigure points) {
      return new ScatterFigure(
          id, title, points.across(), points.up(), points.caption(), points.panels());
    }
    if (figure instanceof CurveFigure lines) {
      return new CurveFigure(
          id, title, lines.across(), lines.up(), lines.caption(), lines.curves(), lines.panels());
    }
    throw new IllegalArgumentException("no preliminary figure of this kind: " + figure.id());
  }
}
