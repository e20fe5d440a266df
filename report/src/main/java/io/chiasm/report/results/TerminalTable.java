package io.chiasm.report.results;

import io.chiasm.report.table.DecimalText;
import java.util.List;
import java.util.Locale;

/**
 * The study's main numbers as text for a terminal, at most 100 columns wide: mean ± standard
 * deviation over participants × hemispheres, for all vertices and the areas of the visual maps.
 */
public final class TerminalTable {
  private static final int WIDTH = 100;
  private static final String ROW = "  %-10.10s %15s %15s %15s %17s %5s\n";
  private static final String VISUAL_AREAS = "prf-visualrois";

  private TerminalTable() {}

  /**
   * @param split name of the split to show, such as {@code features}
   */
  public static String of(StudyScores scores, String split) {
    StringBuilder text = new StringBuilder();
    for (Condition condition : scores.conditions()) {
      if (condition.split().equals(split)) {
        block(text, scores, condition);
      }
    }
    text.append("Pearson r, mean ± sd over participants × hemispheres (N); – : no value\n");
    return text.toString();
  }

  private static void block(StringBuilder text, StudyScores scores, Condition condition) {
    String title =
        "%s · %s (%s)".formatted(condition.network(), condition.layer(), condition.tensor());
    text.append(title.length() <= WIDTH ? title : title.substring(0, WIDTH - 1) + "…").append('\n');
    line(text, "ROI", "full", "contra", "ipsi", "contra − ipsi", "N");
    for (Roi roi : scores.rois(condition)) {
      if (roi.equals(Roi.ALL) || roi.roiClass().equals(VISUAL_AREAS)) {
        row(text, scores, condition, roi);
      }
    }
    text.append('\n');
  }

  private static void row(StringBuilder text, StudyScores scores, Condition condition, Roi roi) {
    List<Spread> spreads =
        List.of(
            scores.spread(condition, roi, Quantity.SCORE_FULL),
            scores.spread(condition, roi, Quantity.SCORE_CONTRA),
            scores.spread(condition, roi, Quantity.SCORE_IPSI),
            scores.spread(condition, roi, Quantity.LATERALISATION));
    List<String> cells = spreads.stream().map(TerminalTable::cell).toList();
    line(
        text,
        roi.name(),
        cells.get(0),
        cells.get(1),
        cells.get(2),
        cells.get(3),
        spreads.get(3).n());
  }

  private static void line(StringBuilder text, Object... cells) {
    text.append(String.format(Locale.ROOT, ROW, cells));
  }

  private static String cell(Spread spread) {
    return DecimalText.three(spread.mean()) + " ± " + DecimalText.three(spread.sd());
  }
}
