package io.chiasm.report.writing.page;

import io.chiasm.contracts.brain.ParticipantHemisphere;
import io.chiasm.contracts.study.Study;
import io.chiasm.report.markup.Markup;
import io.chiasm.report.results.Condition;
import io.chiasm.report.results.Quantity;
import io.chiasm.report.results.Roi;
import io.chiasm.report.results.RoiScores;
import io.chiasm.report.results.Spread;
import io.chiasm.report.results.StudyScores;
import io.chiasm.report.table.DecimalText;
import io.chiasm.report.writing.size.Room;
import java.util.ArrayList;
import java.util.List;

/** Contralateral, ipsilateral and their difference for every hemisphere of every participant. */
final class ParticipantSection {
  /** Table cells, some 15 characters each. */
  private static final int CELLS = 60_000;

  private static final List<Quantity> QUANTITIES =
      List.of(Quantity.LATERALISATION, Quantity.SCORE_CONTRA, Quantity.SCORE_IPSI);

  private static final String INTRODUCTION =
      "Pearson r per hemisphere. Every model and split, and whatever is too much for this page:"
          + " tables/scores.csv.";

  private ParticipantSection() {}

  static void write(Markup page, Study study, StudyScores scores) {
    page.open("section", "id", "participants").element("h2", "Participants").line();
    page.element("p", INTRODUCTION).line();
    List<ParticipantHemisphere> hemispheres =
        scores.rows().stream().map(RoiScores::owner).distinct().toList();
    Room room = new Room(CELLS);
    for (Condition condition : scores.conditions()) {
      int cells = QUANTITIES.size() * hemispheres.size() * scores.rois(condition).size();
      if (condition.split().equals(study.split().label()) && room.take(cells)) {
        QUANTITIES.forEach(quantity -> table(page, scores, condition, quantity, hemispheres));
      }
    }
    page.close().line();
  }

  private static void table(
      Markup page,
      StudyScores scores,
      Condition condition,
      Quantity quantity,
      List<ParticipantHemisphere> hemispheres) {
    page.open("details");
    page.element("summary", ConditionText.of(condition) + " · " + ConditionText.of(quantity));
    List<String> columns = new ArrayList<>(List.of("ROI"));
    hemispheres.forEach(hemisphere -> columns.add(hemisphere.toString()));
    HtmlTable table = new HtmlTable(page.line(), columns);
    for (Roi roi : scores.rois(condition)) {
      Spread spread = scores.spread(condition, roi, quantity);
      table.row(roi.name(), hemispheres.stream().map(h -> value(spread, h)).toList());
    }
    table.close();
    page.close().line();
  }

  private static String value(Spread spread, ParticipantHemisphere hemisphere) {
    return spread.points().stream()
        .filter(p -> hemisphere.equals(p.owner()))
        .map(point -> DecimalText.three(point.value()))
        .findFirst()
        .orElse("–");
  }
}
