package io.chiasm.dataset.semantic;

import io.chiasm.contracts.brain.StimulusId;
import io.chiasm.contracts.csv.CsvLine;
import io.chiasm.contracts.csv.CsvText;
import io.chiasm.contracts.failure.InputException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The table {@code stimulus,category[,left_fraction]}: a row for every category that can be seen in
 * a stimulus. A stimulus without a row shows no category.
 */
public final class CategoryTable implements Categories {
  private static final List<String> PLAIN = List.of("stimulus", "category");
  private static final List<String> SIDED = List.of("stimulus", "category", "left_fraction");
  private static final Pattern FRACTION =
      Pattern.compile("[0-9]{0,9}\\.?[0-9]{0,20}(?:[eE]-?[0-9]{1,3})?");
  private static final int LONGEST_NAME = 100;

  private final String source;
  private final Map<StimulusId, Map<String, Visibility>> rows = new HashMap<>();
  private final Map<StimulusId, Map<String, Long>> lines = new HashMap<>();
  private boolean sided;

  private CategoryTable(String source) {
    this.source = source;
  }

  /**
   * Reads the table.
   *
   * @param source where it comes from, for messages
   * @throws InputException naming the line, what was found and what is possible
   */
  public static CategoryTable read(String csv, String source) {
    CategoryTable table = new CategoryTable(source);
    CsvText.byHand(csv, source).read(table::header, table::add);
    if (table.rows.isEmpty()) {
      throw new CsvLine(source, 1, List.of())
          .wrong("no category", "a row for each category seen, " + headers());
    }
    table.lines.clear();
    return table;
  }

  @Override
  public String source() {
    return source;
  }

  /** Whether it says how much of a category lies left of the midline. */
  @Override
  public boolean sided() {
    return sided;
  }

  @Override
  public Map<String, Visibility> of(StimulusId stimulus) {
    return rows.getOrDefault(stimulus, Map.of());
  }

  private void header(CsvLine line) {
    sided = line.cells().equals(SIDED);
    if (!sided && !line.cells().equals(PLAIN)) {
      throw line.wrong("the header " + CsvLine.quote(String.join(",", line.cells())), headers());
    }
  }

  private void add(CsvLine row) {
    int columns = sided ? SIDED.size() : PLAIN.size();
    if (row.cells().size() != columns) {
      throw row.wrong(row.cells().size() + " values", columns + ", as the header has columns");
    }
    StimulusId stimulus = stimulus(row);
    String category = category(row);
    Long before =
        lines.computeIfAbsent(stimulus, s -> new HashMap<>()).putIfAbsent(category, row.number());
    if (before != null) {
      throw row.wrong(
          CsvLine.quote(category) + " of " + stimulus + " again after line " + before,
          "each category once per stimulus, its boxes taken together");
    }
    rows.computeIfAbsent(stimulus, s -> new TreeMap<>())
        .put(category, Visibility.of(sided ? fraction(row) : Double.NaN));
  }

  private static StimulusId stimulus(CsvLine row) {
    return StimulusId.parse(row.cell(0))
        .orElseThrow(
            () -> row.wrong("the stimulus " + CsvLine.quote(row.cell(0)), "nsd-00013 or 13"));
  }

  private static String category(CsvLine row) {
    String text = row.cell(1);
    if (text.isEmpty() || text.length() > LONGEST_NAME) {
      throw row.wrong(
          "the category " + CsvLine.quote(text),
          "a name of 1 to " + LONGEST_NAME + " characters, such as 'person'");
    }
    return text;
  }

  private static double fraction(CsvLine row) {
    String text = row.cell(2);
    boolean number = FRACTION.matcher(text).matches() && text.chars().anyMatch(Character::isDigit);
    double value = number ? parsed(text) : Double.NaN;
    if (!(value >= 0 && value <= 1)) {
      throw row.wrong(
          "the left_fraction " + CsvLine.quote(text),
          "0 (all of it right of the midline) to 1 (all of it left)");
    }
    return value;
  }

  private static double parsed(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN; // such as 'e5': looks like a number and is none
    }
  }

  private static String headers() {
    return String.join(",", PLAIN) + " or " + String.join(",", SIDED);
  }
}
