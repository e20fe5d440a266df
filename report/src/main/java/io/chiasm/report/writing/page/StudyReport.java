package io.chiasm.report.writing.page;

import io.chiasm.report.figure.Chapter;
import io.chiasm.report.markup.Markup;
import io.chiasm.report.results.NormalisedScore;
import io.chiasm.report.results.StudyScores;
import io.chiasm.report.statistics.ContrastResult;
import io.chiasm.report.statistics.Decomposed;
import io.chiasm.report.writing.map.TurningMaps;
import io.chiasm.report.writing.outcome.StudyResults;
import java.util.List;
import java.util.Optional;

/** {@code report.html}: one file that needs nothing else, in the order of the study's argument. */
public final class StudyReport {
  private static final String QUESTION =
      "Do a network's two visual hemifields predict the two hemispheres of the human brain the way"
          + " a brain would?";
  private static final String EXPECTATION =
      "Early visual areas represent the opposite half of the visual field. If a network is"
          + " brain-like, the contralateral half of its feature maps predicts responses better than"
          + " the ipsilateral half, most so in its early layers, and more so trained than"
          + " untrained.";

  private StudyReport() {}

  public static String html(
      StudyResults results,
      StudyScores scores,
      List<NormalisedScore> normalised,
      List<Chapter> chapters,
      Optional<TurningMaps> maps,
      List<Decomposed> decomposition,
      List<ContrastResult> tests,
      List<String> warnings) {
    Markup page = new Markup();
    page.raw("<!DOCTYPE html>\n").open("html", "lang", "en").line();
    String script = maps.isPresent() ? TurningMapsSection.SCRIPT : "";
    ReportHead.write(page, results.study().name(), script);
    page.open("body").open("main").line();
    page.element("h1", results.study().name()).line();
    page.element("p", QUESTION, "class", "question").line();
    page.element("p", EXPECTATION).line();
    SummarySection.write(page, results, scores);
    ChapterSections.write(
        page, chapters, maps, DecompositionSection.of(results.study(), decomposition));
    StatisticsSection.write(page, results.study(), tests);
    GroupSection.write(page, results.study(), scores);
    CeilingSection.write(page, results.study(), scores, normalised);
    ParticipantSection.write(page, results.study(), scores);
    MethodsSection.write(page, results);
    GeometrySection.write(page, results.geometry());
    NoticeSection.write(page, results, warnings);
    ProvenanceSection.write(page, results.provenance());
    return page.close().line().close().line().close().line().toString();
  }
}
