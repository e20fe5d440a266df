package io.chiasm.report.writing.page;

import io.chiasm.report.comparison.Comparison;
import io.chiasm.report.comparison.FinishedStudy;
import io.chiasm.report.comparison.KeyDifference;
import io.chiasm.report.comparison.VertexDifferences;
import io.chiasm.report.figure.Chapter;
import io.chiasm.report.markup.Markup;
import io.chiasm.report.statistics.StudyStatistics;
import io.chiasm.report.writing.file.ReportFile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page of a comparison: one file that needs nothing else, in the look of a study's report. */
public final class ComparisonReport {
  /** Keys that the page's first sentence names. */
  private static final int NAMED = 3;

  private ComparisonReport() {}

  public static String html(
      Comparison comparison, VertexDifferences vertices, List<Chapter> chapters) {
    String title = comparison.nameOfB() + " − " + comparison.nameOfA();
    Markup page = new Markup();
    page.raw("<!DOCTYPE html>\n").open("html", "lang", "en").line();
    ReportHead.write(page, title, "", ReportFile.text(ComparisonReport.class, "comparison.css"));
    page.open("body").open("main").line();
    page.element("h1", title).line();
    page.element("p", question(comparison.keys()), "class", "question").line();
    ComparisonSummary.write(page, comparison);
    keys(page, comparison.keys());
    List<String> notices =
        Stream.concat(comparison.notices().stream(), vertices.notices().stream()).toList();
    notices(page, notices);
    ChapterSections.write(page, chapters, Optional.empty(), Optional.empty());
    DifferenceStatistics.write(page, comparison);
    methods(page);
    provenance(page, comparison);
    return page.close().line().close().line().close().line().toString();
  }

  private static String question(List<KeyDifference> keys) {
    if (keys.isEmpty()) {
      return "Both study files say the same: what changes from one computation to the other?";
    }
    List<KeyDifference> both =
        keys.stream().filter(key -> !key.a().isEmpty() && !key.b().isEmpty()).toList();
    List<KeyDifference> chosen = both.isEmpty() ? keys : both;
    String more = chosen.size() > NAMED ? " and " + (chosen.size() - NAMED) + " more" : "";
    return "What changes with "
        + chosen.stream()
            .limit(NAMED)
            .map(key -> key.key() + " " + text(key.b()) + " instead of " + text(key.a()))
            .collect(Collectors.joining(", "))
        + more
        + "?";
  }

  private static void keys(Markup page, List<KeyDifference> keys) {
    page.open("section", "id", "keys").element("h2", "What differs between the studies").line();
    if (keys.isEmpty()) {
      page.element("p", "Nothing: every key of the two study files has the same value.");
    } else {
      page.element(
              "p",
              "Keys of the two study files, with defaults filled in, for what was compared; all"
                  + " others are the same.")
          .line();
      HtmlTable table = new HtmlTable(page, List.of("Key", "A", "B"));
      keys.forEach(key -> table.row(key.key(), List.of(text(key.a()), text(key.b()))));
      table.close();
    }
    page.line().close().line();
  }

  private static String text(String value) {
    return value.isEmpty() ? "–" : value;
  }

  private static void notices(Markup page, List<String> notices) {
    page.open("section", "id", "notices").element("h2", "What was compared, and left out").line();
    if (notices.isEmpty()) {
      page.element("p", "Everything in the one has its counterpart of the same name in the other.");
    } else {
      page.open("ul").line();
      notices.forEach(notice -> page.element("li", notice).line());
      page.close();
    }
    page.line().close().line();
  }

  private static void methods(Markup page) {
    page.open("section", "id", "methods").element("h2", "Methods").line();
    page.element(
            "p",
            "ROI means of both studies (tables/scores.csv, tables/lateralisation.csv) were paired by"
                + " participant, hemisphere, ROI, network, layer and split, and subtracted: B − A."
                + " ROIs with different numbers of vertices were left out, as was what only one"
                + " study has. Lateralisation is the mean over an ROI's vertices of the"
                + " contralateral less the ipsilateral model's correlation of predicted and"
                + " measured responses to held-out stimuli; its difference between studies is a"
                + " difference of differences within the same vertices.")
        .line();
    page.element(
            "p",
            "For inference the unit is the participant: the differences of a participant's"
                + " hemispheres were averaged first. Two-sided sign-flip permutation of"
                + " participants' differences (all patterns up to 16 participants), corrected by the"
                + " largest statistic over the ROIs of a panel (Nichols and Holmes, 2002,"
                + " doi:10.1002/hbm.1058) and for false discoveries over ROIs and layers (Benjamini"
                + " and Hochberg, 1995, doi:10.1111/j.2517-6161.1995.tb02031.x); 95 % percentile"
                + " bootstrap of participants, "
                + StudyStatistics.DRAWS
                + " draws, seed "
                + StudyStatistics.SEED
                + "; effect size d_z, mean over standard deviation of participants' differences. No"
                + " test says that two studies are equal; the interval says how large a difference"
                + " remains possible.")
        .line();
    page.close().line();
  }

  private static void provenance(Markup page, Comparison comparison) {
    page.open("section", "id", "provenance").element("h2", "Provenance").line();
    HtmlTable table = new HtmlTable(page, List.of("What", "Which", "SHA-256"));
    provenance(table, "A", comparison.a());
    provenance(table, "B", comparison.b());
    table.close();
    page.close().line();
  }

  private static void provenance(HtmlTable table, String which, FinishedStudy study) {
    FinishedStudy.Inputs inputs = study.inputs();
    table.row(
        "results " + which, List.of(study.name() + ", tables/scores.csv", inputs.scoresSha256()));
    String stimuli = Integer.toString(inputs.stimuli());
    table.row("stimuli " + which, List.of(stimuli, inputs.stimuliSha256()));
    table.row("folds " + which, List.of("tables/folds.csv", inputs.foldsSha256()));
  }
}
