package io.chiasm.report.comparison;

import io.chiasm.report.results.Quantity;
import io.chiasm.report.results.Roi;
import io.chiasm.report.statistics.ContrastResult;
import io.chiasm.report.table.DecimalText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A comparison's main numbers for a terminal, at most 100 columns wide: lateralisation of all
 * vertices and of the areas of the visual maps.
 */
public final class ComparisonText {
  private static final int WIDTH = 100;
  private static final String ROW = "  %-10.10s %8s %8s %8s %20s %8s %3s\n";
  private static final String VISUAL_AREAS = "prf-visualrois";

  private ComparisonText() {}

  public static String of(Comparison comparison) {
    StringBuilder text = new StringBuilder();
    line(text, "A: " + comparison.nameOfA());
    line(text, "B: " + comparison.nameOfB());
    for (KeyDifference key : comparison.keys()) {
      line(text, "  " + key.key() + ": " + shown(key.a()) + " | " + shown(key.b()));
    }
    text.append('\n');
    panels(comparison).forEach((title, tests) -> block(text, comparison, title, tests));
    text.append(
        "r contra − r ipsi, mean over N participants; p by sign flips, corrected over ROIs\n");
    return text.toString();
  }

  private static String shown(String value) {
    return value.isEmpty() ? "–" : value;
  }

  private static Map<String, List<ContrastResult>> panels(Comparison comparison) {
    Map<String, List<ContrastResult>> panels = new LinkedHashMap<>();
    for (ContrastResult test : comparison.tests()) {
      boolean shown = test.roi().equals(Roi.ALL) || test.roi().roiClass().equals(VISUAL_AREAS);
      if (test.quantity() == Quantity.LATERALISATION && shown) {
        String title = test.network() + " · " + test.layer() + " · split " + test.split();
        panels.computeIfAbsent(title, t -> new ArrayList<>()).add(test);
      }
    }
    return panels;
  }

  private static void block(
      StringBuilder text, Comparison comparison, String title, List<ContrastResult> tests) {
    line(text, title);
    row(text, "ROI", "A", "B", "B − A", "95 % interval", "p", "N");
    for (ContrastResult test : tests) {
      row(
          text,
          test.roi().name(),
          DecimalText.three(comparison.meanOfA(test)),
          DecimalText.three(comparison.meanOfB(test)),
          DecimalText.three(test.mean()),
          DecimalText.range(test.interval().low(), test.interval().high()),
          DecimalText.p(test.max().p()),
          test.n());
    }
    text.append('\n');
  }

  private static void row(StringBuilder text, Object... cells) {
    text.append(String.format(Locale.ROOT, ROW, cells));
  }

  private static void line(StringBuilder text, String line) {
    text.append(line.length() <= WIDTH ? line : line.substring(0, WIDTH - 1) + "…").append('\n');
  }
}
