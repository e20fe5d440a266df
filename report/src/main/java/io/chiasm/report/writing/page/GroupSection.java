package io.chiasm.report.writing.page;

import io.chiasm.contracts.study.Study;
import io.chiasm.report.markup.Markup;
import io.chiasm.report.results.Condition;
import io.chiasm.report.results.Quantity;
import io.chiasm.report.results.Roi;
import io.chiasm.report.results.StudyScores;
import io.chiasm.report.writing.size.Room;
import java.util.ArrayList;
import java.util.List;

/** Means over participants × hemispheres, one table per network, layer and split. */
final class GroupSection {
  /** Table rows, some 300 characters each. */
  private static final int ROWS = 8_000;

  private static final List<Quantity> QUANTITIES =
      List.of(
          Quantity.SCORE_FULL,
          Quantity.SCORE_CONTRA,
          Quantity.SCORE_IPSI,
          Quantity.SCORE_BANDED,
          Quantity.LATERALISATION);

  private GroupSection() {}

  static void write(Markup page, Study study, StudyScores scores) {
    String own = study.split().label();
    page.open("section", "id", "groups").element("h2", "Group means").line();
    page.element(
        "p",
        "Pearson r, mean ± standard deviation over participants × hemispheres with N. All digits,"
            + " explained variance, unique variance, and whatever is too much for this page:"
            + " tables/groups.csv.");
    Room room = new Room(ROWS);
    boolean first = true;
    for (Condition condition : scores.conditions()) {
      if (room.take(scores.rois(condition).size())) {
        table(page, scores, condition, first && condition.split().equals(own));
      }
      first = false;
    }
    page.close().line();
  }

  private static void table(Markup page, StudyScores scores, Condition condition, boolean open) {
    List<Roi> rois = scores.rois(condition);
    List<Quantity> shown =
        QUANTITIES.stream()
            .filter(q -> rois.stream().anyMatch(roi -> scores.has(condition, roi, q)))
            .toList();
    page.open("details", open ? new Object[] {"open", "open"} : new Object[] {});
    page.element("summary", ConditionText.of(condition)).line();
    List<String> columns = new ArrayList<>(List.of("ROI", "class"));
    shown.forEach(quantity -> columns.add(ConditionText.of(quantity)));
    columns.add("N");
    HtmlTable table = new HtmlTable(page, columns);
    rois.forEach(roi -> row(table, scores, condition, roi, shown));
    table.close();
    page.close().line();
  }

  private static void row(
      HtmlTable table, StudyScores scores, Condition condition, Roi roi, List<Quantity> shown) {
    List<String> cells = new ArrayList<>(List.of(roi.roiClass()));
    int most = 0;
    for (Quantity quantity : shown) {
      cells.add(HtmlTable.meanAndSd(scores.spread(condition, roi, quantity)));
      most = Math.max(most, scores.spread(condition, roi, quantity).n());
    }
    cells.add(Integer.toString(most));
    table.row(roi.name(), cells);
  }
}
