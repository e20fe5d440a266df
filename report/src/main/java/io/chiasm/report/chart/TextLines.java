package io.chiasm.report.chart;

import io.chiasm.report.chart.Drawing.Style;
import java.util.ArrayList;
import java.util.List;

/** Breaking of a text into lines. */
final class TextLines {
  private TextLines() {}

  /** Lines no wider than {@code width}, broken at blanks; a longer word has a line of its own. */
  static List<String> wrapped(String text, Style style, double width) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : text.split(" ", -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && style.width(longer) > width) {
        lines.add(line);
        longer = word;
      }
      line = longer;
    }
    lines.add(line);
    return lines;
  }

  /** The text, or as much of it as fits, with an ellipsis. */
  static String shortened(String text, Style style, double width) {
    if (style.width(text) <= width) {
      return text;
    }
    int[] letters = text.codePoints().toArray();
    int kept = letters.length;
    while (kept > 0 && style.width(new String(letters, 0, kept) + "…") > width) {
      kept--;
    }
    return new String(letters, 0, kept) + "…";
  }
}
