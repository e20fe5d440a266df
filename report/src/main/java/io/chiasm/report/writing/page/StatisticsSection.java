package io.chiasm.report.writing.page;

import io.chiasm.contracts.study.Study;
import io.chiasm.report.markup.Markup;
import io.chiasm.report.results.Quantity;
import io.chiasm.report.statistics.Contrast;
import io.chiasm.report.statistics.ContrastResult;
import io.chiasm.report.statistics.StudyStatistics;
import io.chiasm.report.table.DecimalText;
import io.chiasm.report.writing.size.Room;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The tests of lateralisation under the study's own split; all of them are in the table's file. */
final class StatisticsSection {
  /** Table rows, some 400 characters each. */
  private static final int ROWS = 3_000;

  private static final List<String> COLUMNS =
      List.of("ROI", "class", "N", "mean", "sd", "95 % interval", "effect", "p", "p max", "p BH");

  private StatisticsSection() {}

  static void write(Markup page, Study study, List<ContrastResult> tests) {
    page.open("section", "id", "statistics").element("h2", "Statistics").line();
    page.element("p", introduction(tests)).line();
    String split = study.split().label();
    Room room = new Room(ROWS);
    boolean open = true;
    for (Map.Entry<String, List<ContrastResult>> panel : panels(tests, split).entrySet()) {
      if (room.take(panel.getValue().size())) {
        table(page, panel.getKey(), panel.getValue(), open);
        open = false;
      }
    }
    page.close().line();
  }

  private static String introduction(List<ContrastResult> tests) {
    int most =
        tests.stream()
            .filter(test -> test.contrast() != Contrast.ACCURACY)
            .mapToInt(ContrastResult::n)
            .max()
            .orElse(0);
    return "The unit is the participant: hemispheres were averaged first. p: two-sided sign-flip"
        + " permutation"
        + least(most)
        + " p max: corrected by the largest statistic over the panel's ROIs that every participant"
        + " has. p BH: corrected for false discoveries over ROIs and layers. Interval: percentile"
        + " bootstrap of participants, "
        + StudyStatistics.DRAWS
        + " draws, seed "
        + StudyStatistics.SEED
        + ". Effect: d_z; across networks Spearman's ρ. Split "
        + "of the study; unique variance, controls and all digits: tables/statistics.csv.";
  }

  /** The smallest p that so many participants can reach, in words. */
  static String least(int participants) {
    return switch (participants) {
      case 0, 1 -> "; one participant allows none.";
      default ->
          participants > 16
              ? ", drawn patterns."
              : String.format(
                  Locale.ROOT,
                  ", all %d patterns, so %d participants reach no p below %s.",
                  1 << participants,
                  participants,
                  DecimalText.p(2.0 / (1 << participants)));
    };
  }

  private static Map<String, List<ContrastResult>> panels(
      List<ContrastResult> tests, String split) {
    Map<String, List<ContrastResult>> panels = new LinkedHashMap<>();
    tests.stream()
        .filter(t -> t.split().equals(split) && t.quantity() == Quantity.LATERALISATION)
        .forEach(t -> panels.computeIfAbsent(title(t), key -> new ArrayList<>()).add(t));
    return panels;
  }

  private static String title(ContrastResult test) {
    String where = test.network().isEmpty() ? "" : " · " + test.network();
    return what(test.contrast()) + where + " · " + test.layer();
  }

  private static String what(Contrast contrast) {
    return switch (contrast) {
      case CONTRA_IPSI -> "Contralateral − ipsilateral";
      case LAYERS -> "Lateralisation between layers";
      case TRAINED_UNTRAINED -> "Lateralisation, trained − untrained";
      case HEMISPHERES -> "Lateralisation, left − right hemisphere";
      case STUDIES -> "Lateralisation, one study − another";
      case ACCURACY -> "Accuracy against lateralisation, across networks";
    };
  }

  private static void table(Markup page, String title, List<ContrastResult> tests, boolean open) {
    page.open("details", open ? new Object[] {"open", "open"} : new Object[] {});
    page.element("summary", title).line();
    HtmlTable table = new HtmlTable(page, COLUMNS);
    tests.forEach(test -> table.row(test.roi().name(), cells(test)));
    table.close();
    page.close().line();
  }

  /** Class, N, mean, sd, interval, effect, p and both corrected ones. */
  static List<String> cells(ContrastResult test) {
    return List.of(
        test.roi().roiClass(),
        Integer.toString(test.n()),
        DecimalText.three(test.mean()),
        DecimalText.three(test.sd()),
        DecimalText.range(test.interval().low(), test.interval().high()),
        DecimalText.three(test.effect()),
        DecimalText.p(test.p()),
        DecimalText.p(test.max().p()),
        DecimalText.p(test.bh().p()));
  }
}
