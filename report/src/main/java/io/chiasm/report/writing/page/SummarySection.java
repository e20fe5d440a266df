package io.chiasm.report.writing.page;

import static java.util.stream.Collectors.toSet;

import io.chiasm.contracts.study.NetworkSpec;
import io.chiasm.contracts.study.Study;
import io.chiasm.report.markup.Markup;
import io.chiasm.report.results.Condition;
import io.chiasm.report.results.Quantity;
import io.chiasm.report.results.Roi;
import io.chiasm.report.results.Spread;
import io.chiasm.report.results.StudyScores;
import io.chiasm.report.writing.outcome.StudyResults;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The study in numbers: how much of everything, and the main result per network and layer. */
final class SummarySection {
  /** The area whose lateralisation is surest; shown beside all vertices where a study has it. */
  static final Roi V1V = new Roi("prf-visualrois", "V1v");

  private static final List<String> COLUMNS =
      List.of("Network · layer", "ROI", "full", "contra", "ipsi", "contra − ipsi", "contra > ipsi");

  private SummarySection() {}

  static void write(Markup page, StudyResults results, StudyScores scores) {
    page.open("section", "id", "summary").element("h2", "Summary").line();
    if (!results.failures().isEmpty()) {
      incomplete(page, results.failures().size());
    }
    simulated(page, results);
    numbers(page, results, scores);
    page.element(
        "p",
        "Pearson r, mean ± standard deviation over participants × hemispheres; the last column"
            + " counts the hemispheres in which the contralateral half predicts better.");
    table(page, results.study().split().label(), scores);
    page.close().line();
  }

  private static void simulated(Markup page, StudyResults results) {
    if (results.warnings().contains(StudyResults.SIMULATED)) {
      page.element("p", StudyResults.SIMULATED.sentence(), "class", "incomplete").line();
    }
  }

  private static void incomplete(Markup page, int failures) {
    String tasks = failures == 1 ? "1 task" : failures + " tasks";
    page.open("p", "class", "incomplete")
        .text("This study is incomplete: " + tasks + " failed, see ");
    page.element("a", "What is missing", "href", "#missing").text(".").close().line();
  }

  private static void numbers(Markup page, StudyResults results, StudyScores scores) {
    page.open("dl", "class", "numbers").line();
    number(page, "participants", scores.rows().stream().map(r -> r.participant()).distinct());
    number(page, "hemispheres", scores.rows().stream().map(r -> r.owner()).distinct());
    number(page, "stimuli", results.provenance().stimuli().count());
    List<Condition> networks = ofNetworks(results.study(), scores);
    number(page, "networks", networks.stream().map(Condition::network).distinct());
    number(page, "layers", networks.stream().map(Condition::layer).distinct());
    number(page, "ROIs", scores.rois().stream().filter(roi -> !roi.equals(Roi.ALL)));
    page.close().line();
  }

  /** Not the semantic model, which is no network. */
  private static List<Condition> ofNetworks(Study study, StudyScores scores) {
    Set<String> names = study.networks().stream().map(NetworkSpec::name).collect(toSet());
    return scores.conditions().stream().filter(c -> names.contains(c.network())).toList();
  }

  private static void number(Markup page, String what, Stream<?> things) {
    number(page, what, (int) things.count());
  }

  private static void number(Markup page, String what, int count) {
    page.open("div").element("dt", what).element("dd", Integer.toString(count)).close().line();
  }

  private static void table(Markup page, String split, StudyScores scores) {
    HtmlTable table = new HtmlTable(page, COLUMNS);
    for (Condition condition : scores.conditions()) {
      if (condition.split().equals(split)) {
        List.of(V1V, Roi.ALL).stream()
            .filter(scores.rois(condition)::contains)
            .forEach(roi -> row(table, scores, condition, roi));
      }
    }
    table.close();
  }

  private static void row(HtmlTable table, StudyScores scores, Condition condition, Roi roi) {
    Spread difference = scores.spread(condition, roi, Quantity.LATERALISATION);
    table.row(
        condition.network() + " · " + condition.layer(),
        List.of(
            roi.name(),
            HtmlTable.meanAndSd(scores.spread(condition, roi, Quantity.SCORE_FULL)),
            HtmlTable.meanAndSd(scores.spread(condition, roi, Quantity.SCORE_CONTRA)),
            HtmlTable.meanAndSd(scores.spread(condition, roi, Quantity.SCORE_IPSI)),
            HtmlTable.meanAndSd(difference),
            difference.positive() + " of " + difference.n()));
  }
}
