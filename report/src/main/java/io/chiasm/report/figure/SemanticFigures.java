package io.chiasm.report.figure;

import io.chiasm.report.chart.Figure;
import io.chiasm.report.results.Condition;
import io.chiasm.report.results.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The semantic model beside the network layer that predicts best. */
final class SemanticFigures {
  private static final String ID = "semantic";
  private static final String TITLE = "Semantic model beside the best network layer";

  private SemanticFigures() {}

  /**
   * @param networks under the study's own split
   * @param scores figures of the same
   */
  static Chapter chapter(StudyView networks, BarFigures scores) {
    List<Condition> semantic = networks.others().conditions();
    return new Chapter(
        ID,
        "Semantic model (category ideal observer)",
        semantic.isEmpty() ? "The study has no semantic model (semantic: FILE)." : text(networks),
        semantic.isEmpty() ? List.of() : scores.compared(ID, TITLE, shown(networks)));
  }

  /** The same with unique variance, where the semantic model has halves. */
  static List<Figure> unique(StudyView networks, BarFigures unique) {
    return networks.others().has(Quantity.UNIQUE_CONTRA)
        ? unique.compared(ID, TITLE + ", unique variance", shown(networks))
        : List.of();
  }

  private static List<Condition> shown(StudyView networks) {
    List<Condition> shown = new ArrayList<>(networks.others().conditions());
    networks.best().ifPresent(shown::add);
    return shown;
  }

  private static String text(StudyView networks) {
    Optional<String> best = networks.best().map(c -> c.network() + ", layer " + c.layer());
    return "What categories alone predict that can be seen in a photograph"
        + best.map(
                b ->
                    ", beside the layer of all networks whose full model predicts all vertices best ("
                        + b
                        + ")")
            .orElse("")
        + "."
        + (networks.others().has(Quantity.SCORE_CONTRA)
            ? ""
            : " The categories are not told apart by hemifield (left_fraction), so only the full"
                + " model has scores.");
  }
}
