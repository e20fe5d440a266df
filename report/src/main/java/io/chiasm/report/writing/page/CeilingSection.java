package io.chiasm.report.writing.page;

import io.chiasm.contracts.brain.Model;
import io.chiasm.contracts.study.Study;
import io.chiasm.report.ceiling.NoiseCeilings;
import io.chiasm.report.markup.Markup;
import io.chiasm.report.results.Condition;
import io.chiasm.report.results.NormalisedScore;
import io.chiasm.report.results.Roi;
import io.chiasm.report.results.Spread;
import io.chiasm.report.results.StudyScores;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Scores beside noise ceilings, under the study's own split. */
final class CeilingSection {
  private static final List<String> COLUMNS =
      List.of("ROI", "ceiling", "r possible", "full", "full / possible", "contra / possible");
  private static final String VISUAL_AREAS = "prf-visualrois";

  private CeilingSection() {}

  static void write(Markup page, Study study, StudyScores scores, List<NormalisedScore> rows) {
    if (rows.isEmpty()) {
      return;
    }
    page.open("section", "id", "ceilings").element("h2", "Noise ceilings").line();
    page.element(
            "p",
            "Mean ± standard deviation over participants × hemispheres. Normalised values are"
                + " ratios of means over an ROI's vertices and are not cut off at 1. "
                + kinds(rows)
                + "Every model and split: tables/ceilings.csv; raw scores stay as they are.")
        .line();
    String own = study.split().label();
    scores.conditions().stream()
        .filter(c -> c.split().equals(own))
        .forEach(c -> table(page, scores, c, rows));
    page.close().line();
  }

  private static String kinds(List<NormalisedScore> rows) {
    StringBuilder text = new StringBuilder();
    if (rows.stream().anyMatch(r -> r.kind() == NoiseCeilings.Kind.GIVEN)) {
      text.append("given: the study's input (dataset.noise_ceiling). ");
    }
    if (rows.stream().anyMatch(r -> r.kind() == NoiseCeilings.Kind.OTHERS)) {
      text.append(
          "lower-bound: correlation with the mean response of the other participants to the same"
              + " stimuli at the same vertex of fsaverage; people differ and that mean is noisy, so"
              + " the ceiling is higher and a value above 1 is possible. ");
    }
    return text.toString();
  }

  private static void table(
      Markup page, StudyScores scores, Condition condition, List<NormalisedScore> all) {
    page.open("details").element("summary", ConditionText.of(condition)).line();
    HtmlTable table = new HtmlTable(page, COLUMNS);
    List<NormalisedScore> rows = all.stream().filter(r -> r.condition().equals(condition)).toList();
    for (Roi roi : scores.rois(condition)) {
      for (NoiseCeilings.Kind kind : NoiseCeilings.Kind.values()) {
        List<NormalisedScore> shown =
            rows.stream().filter(r -> r.roi().equals(roi) && r.kind() == kind).toList();
        if (!shown.isEmpty() && (roi.equals(Roi.ALL) || roi.roiClass().equals(VISUAL_AREAS))) {
          table.row(roi.name(), cells(kind, shown));
        }
      }
    }
    table.close();
    page.close().line();
  }

  private static List<String> cells(NoiseCeilings.Kind kind, List<NormalisedScore> rows) {
    List<String> cells = new ArrayList<>(List.of(kind.label()));
    cells.add(text(rows, Model.FULL, NormalisedScore::ceiling));
    cells.add(text(rows, Model.FULL, NormalisedScore::score));
    cells.add(text(rows, Model.FULL, NormalisedScore::scoreNormalised));
    cells.add(text(rows, Model.CONTRA, NormalisedScore::scoreNormalised));
    return cells;
  }

  private static String text(
      List<NormalisedScore> rows, Model model, ToDoubleFunction<NormalisedScore> value) {
    return HtmlTable.meanAndSd(
        new Spread(
            rows.stream()
                .filter(r -> r.model() == model)
                .map(r -> new Spread.Point(r.participant(), r.hemisphere(), value.applyAsDouble(r)))
                .toList()));
  }
}
