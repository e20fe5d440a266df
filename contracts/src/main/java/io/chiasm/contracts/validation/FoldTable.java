package io.chiasm.contracts.validation;

import io.chiasm.contracts.brain.StimulusId;
import io.chiasm.contracts.failure.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The table {@code stimulus,fold}. */
final class FoldTable {
  private static final List<String> COLUMNS = List.of("stimulus", "fold");
  private static final Pattern STIMULUS = Pattern.compile("(?:nsd-)?([0-9]{1,9})");
  private static final Pattern FOLD = Pattern.compile("-1|[0-9]{1,6}");
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setTrim(true).setIgnoreEmptyLines(true).get();
  private static final int QUOTED = 60;

  private final String source;
  private final Map<StimulusId, Integer> positions = new HashMap<>();
  private final int[] folds;
  private final long[] lines;

  private FoldTable(String source, List<StimulusId> stimuli) {
    this.source = source;
    stimuli.forEach(stimulus -> positions.put(stimulus, positions.size()));
    this.folds = new int[stimuli.size()];
    this.lines = new long[stimuli.size()];
  }

  static int[] read(String csv, String source, List<StimulusId> stimuli) {
    FoldTable table = new FoldTable(source, stimuli);
    String text = csv.startsWith("\uFEFF") ? csv.substring(1) : csv;
    try (CSVParser rows = CSVParser.parse(text, FORMAT)) {
      boolean header = true;
      for (CSVRecord row : rows) {
        if (header) {
          table.checkHeader(row, rows.getCurrentLineNumber());
        } else {
          table.add(row, rows.getCurrentLineNumber());
        }
        header = false;
      }
      if (header) {
        throw table.wrong(1, "found nothing", "the header " + header());
      }
    } catch (IOException | UncheckedIOException e) {
      throw new InputException(source + ": not a CSV table: " + e.getMessage(), e);
    }
    return table.complete(stimuli);
  }

  static String write(int[] folds, List<StimulusId> stimuli) {
    StringBuilder csv = new StringBuilder("stimulus,fold\n");
    for (int i = 0; i < folds.length; i++) {
      csv.append(stimuli.get(i)).append(',').append(folds[i]).append('\n');
    }
    return csv.toString();
  }

  private void checkHeader(CSVRecord row, long line) {
    if (!row.toList().equals(COLUMNS)) {
      throw wrong(line, "found the header " + quote(String.join(",", row.toList())), header());
    }
  }

  private void add(CSVRecord row, long line) {
    if (row.size() != COLUMNS.size()) {
      throw wrong(line, "found " + row.size() + " values", "two, stimulus and fold");
    }
    int position = position(row.get(0), line);
    if (lines[position] != 0) {
      throw wrong(
          line,
          "found " + quote(row.get(0)) + " again after line " + lines[position],
          "each stimulus once");
    }
    lines[position] = line;
    folds[position] = fold(row.get(1), line);
  }

  private int position(String text, long line) {
    Matcher form = STIMULUS.matcher(text);
    if (!form.matches()) {
      throw wrong(line, "found the stimulus " + quote(text), "nsd-00013 or 13");
    }
    Integer position = positions.get(new StimulusId(Integer.parseInt(form.group(1))));
    if (position == null) {
      throw wrong(
          line,
          "found the stimulus " + quote(text),
          "one of the study's " + folds.length + " stimuli");
    }
    return position;
  }

  private int fold(String text, long line) {
    if (!FOLD.matcher(text).matches()) {
      throw wrong(line, "found the fold " + quote(text), "0, 1, … or -1 for never held out");
    }
    return Integer.parseInt(text);
  }

  private int[] complete(List<StimulusId> stimuli) {
    long missing = Arrays.stream(lines).filter(line -> line == 0).count();
    for (int i = 0; i < lines.length; i++) {
      if (lines[i] == 0) {
        throw new InputException(
            String.format(
                Locale.ROOT,
                "%s: %d of the study's %d stimuli missing, the first is %s; possible: a row for"
                    + " each, with fold -1 if it is never held out",
                source,
                missing,
                lines.length,
                stimuli.get(i)));
      }
    }
    return folds;
  }

  private static String header() {
    return String.join(",", COLUMNS);
  }

  private static String quote(String text) {
    String printable = text.replaceAll("\\p{Cntrl}", "?");
    return "'"
        + (printable.length() > QUOTED ? printable.substring(0, QUOTED) + "…" : printable)
        + "'";
  }

  private InputException wrong(long line, String found, String possible) {
    return new InputException(source + ":" + line + ": " + found + "; possible: " + possible);
  }
}
