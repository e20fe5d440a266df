package io.chiasm.dataset.semantic;

import io.chiasm.contracts.brain.StimulusId;
import io.chiasm.contracts.failure.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The table {@code stimulus,category[,left_fraction]}: a row for every category that can be seen in
 * a stimulus. A stimulus without a row shows no category.
 */
public final class CategoryTable implements Categories {
  private static final List<String> PLAIN = List.of("stimulus", "category");
  private static final List<String> SIDED = List.of("stimulus", "category", "left_fraction");
  private static final Pattern STIMULUS = Pattern.compile("(?:nsd-)?([0-9]{1,9})");
  private static final Pattern FRACTION =
      Pattern.compile("[0-9]{0,9}\\.?[0-9]{0,20}(?:[eE]-?[0-9]{1,3})?");
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setTrim(true).setIgnoreEmptyLines(true).get();
  private static final int LONGEST_NAME = 100;
  private static final int QUOTED = 60;

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
    String text = csv.startsWith("\uFEFF") ? csv.substring(1) : csv;
    try (CSVParser rows = CSVParser.parse(text, FORMAT)) {
      boolean header = true;
      for (CSVRecord row : rows) {
        if (header) {
          table.header(row, rows.getCurrentLineNumber());
        } else {
          table.add(row, rows.getCurrentLineNumber());
        }
        header = false;
      }
      if (table.rows.isEmpty()) {
        throw table.wrong(1, "found no category", "a row for each category seen, " + headers());
      }
    } catch (IOException | UncheckedIOException e) {
      throw new InputException(source + ": not a CSV table: " + e.getMessage(), e);
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

  private void header(CSVRecord row, long line) {
    List<String> names = row.toList();
    sided = names.equals(SIDED);
    if (!sided && !names.equals(PLAIN)) {
      throw wrong(line, "found the header " + quote(String.join(",", names)), headers());
    }
  }

  private void add(CSVRecord row, long line) {
    int columns = sided ? SIDED.size() : PLAIN.size();
    if (row.size() != columns) {
      throw wrong(line, "found " + row.size() + " values", columns + ", as the header has columns");
    }
    StimulusId stimulus = stimulus(row.get(0), line);
    String category = category(row.get(1), line);
    Long before = lines.computeIfAbsent(stimulus, s -> new HashMap<>()).putIfAbsent(category, line);
    if (before != null) {
      throw wrong(
          line,
          "found " + quote(category) + " of " + stimulus + " again after line " + before,
          "each category once per stimulus, its boxes taken together");
    }
    rows.computeIfAbsent(stimulus, s -> new TreeMap<>())
        .put(category, Visibility.of(sided ? fraction(row.get(2), line) : Double.NaN));
  }

  private StimulusId stimulus(String text, long line) {
    Matcher form = STIMULUS.matcher(text);
    if (!form.matches()) {
      throw wrong(line, "found the stimulus " + quote(text), "nsd-00013 or 13");
    }
    return new StimulusId(Integer.parseInt(form.group(1)));
  }

  private String category(String text, long line) {
    if (text.isEmpty() || text.length() > LONGEST_NAME) {
      throw wrong(
          line,
          "found the category " + quote(text),
          "a name of 1 to " + LONGEST_NAME + " characters, such as 'person'");
    }
    return text;
  }

  private double fraction(String text, long line) {
    boolean number = FRACTION.matcher(text).matches() && text.chars().anyMatch(Character::isDigit);
    double value = number ? parsed(text) : Double.NaN;
    if (!(value >= 0 && value <= 1)) {
      throw wrong(
          line,
          "found the left_fraction " + quote(text),
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

  static String quote(String text) {
    String printable = text.replaceAll("\\p{Cntrl}", "?");
    return "'"
        + (printable.length() > QUOTED ? printable.substring(0, QUOTED) + "…" : printable)
        + "'";
  }

  private InputException wrong(long line, String found, String possible) {
    return new InputException(source + ":" + line + ": " + found + "; possible: " + possible);
  }
}
