package io.chiasm.report.writing.page;

import io.chiasm.report.comparison.Comparison;
import io.chiasm.report.markup.Markup;
import io.chiasm.report.results.Quantity;
import io.chiasm.report.statistics.ContrastResult;
import io.chiasm.report.table.DecimalText;
import io.chiasm.report.writing.size.Room;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every test of a comparison, a table per quantity and pair of conditions. */
final class DifferenceStatistics {
  /** Table rows, some 500 characters each. */
  private static final int ROWS = 3_000;

  private static final List<String> COLUMNS =
      List.of(
          "ROI",
          "class",
          "A",
          "B",
          "N",
          "B − A",
          "sd",
          "95 % interval",
          "d_z",
          "p",
          "p max",
          "p BH");

  private DifferenceStatistics() {}

  static void write(Markup page, Comparison comparison) {
    page.open("section", "id", "statistics").element("h2", "Statistics").line();
    page.element("p", introduction(comparison.tests())).line();
    Map<String, List<ContrastResult>> panels = new LinkedHashMap<>();
    comparison
        .tests()
        .forEach(test -> panels.computeIfAbsent(title(test), k -> new ArrayList<>()).add(test));
    Room room = new Room(ROWS);
    boolean open = true;
    for (Map.Entry<String, List<ContrastResult>> panel : panels.entrySet()) {
      if (room.take(panel.getValue().size())) {
        table(page, comparison, panel.getKey(), panel.getValue(), open);
        open = false;
      }
    }
    page.close().line();
  }

  private static String introduction(List<ContrastResult> tests) {
    int most = tests.stream().mapToInt(ContrastResult::n).max().orElse(0);
    return "The unit is the participant. p: two-sided sign-flip permutation"
        + StatisticsSection.least(most)
        + " p max: corrected by the largest statistic over the panel's ROIs that every participant"
        + " has. p BH: corrected for false discoveries over ROIs and layers. All digits:"
        + " tables/statistics.csv; single hemispheres: tables/differences.csv.";
  }

  private static String title(ContrastResult test) {
    String what =
        test.quantity() == Quantity.LATERALISATION
            ? "Lateralisation"
            : "Prediction, " + ConditionText.of(test.quantity());
    return "%s · %s · %s · split %s".formatted(what, test.network(), test.layer(), test.split());
  }

  private static void table(
      Markup page, Comparison comparison, String title, List<ContrastResult> tests, boolean open) {
    page.open("details", open ? new Object[] {"open", "open"} : new Object[] {});
    page.element("summary", title).line();
    HtmlTable table = new HtmlTable(page, COLUMNS);
    for (ContrastResult test : tests) {
      List<String> cells = new ArrayList<>(StatisticsSection.cells(test));
      cells.add(1, DecimalText.three(comparison.meanOfA(test)));
      cells.add(2, DecimalText.three(comparison.meanOfB(test)));
      table.row(test.roi().name(), cells);
    }
    table.close();
    page.close().line();
  }
}
