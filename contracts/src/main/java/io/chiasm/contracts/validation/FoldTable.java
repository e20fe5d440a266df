package io.chiasm.contracts.validation;

import io.chiasm.contracts.brain.StimulusId;
import io.chiasm.contracts.csv.CsvLine;
import io.chiasm.contracts.csv.CsvText;
import io.chiasm.contracts.failure.InputException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The table {@code stimulus,fold}. */
final class FoldTable {
  private static final List<String> COLUMNS = List.of("stimulus", "fold");
  private static final Pattern FOLD = Pattern.compile("-1|[0-9]{1,6}");

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
    if (!CsvText.byHand(csv, source).read(FoldTable::checkHeader, table::add)) {
      throw new CsvLine(source, 1, List.of()).wrong("nothing", "the header " + header());
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

  private static void checkHeader(CsvLine line) {
    if (!line.cells().equals(COLUMNS)) {
      throw line.wrong("the header " + CsvLine.quote(String.join(",", line.cells())), header());
    }
  }

  private void add(CsvLine row) {
    if (row.cells().size() != COLUMNS.size()) {
      throw row.wrong(row.cells().size() + " values", "two, stimulus and fold");
    }
    int position = position(row);
    if (lines[position] != 0) {
      throw row.wrong(
          CsvLine.quote(row.cell(0)) + " again after line " + lines[position],
          "each stimulus once");
    }
    lines[position] = row.number();
    folds[position] = fold(row);
  }

  private int position(CsvLine row) {
    String found = "the stimulus " + CsvLine.quote(row.cell(0));
    StimulusId stimulus =
        StimulusId.parse(row.cell(0)).orElseThrow(() -> row.wrong(found, "nsd-00013 or 13"));
    Integer position = positions.get(stimulus);
    if (position == null) {
      throw row.wrong(found, "one of the study's " + folds.length + " stimuli");
    }
    return position;
  }

  private static int fold(CsvLine row) {
    if (!FOLD.matcher(row.cell(1)).matches()) {
      throw row.wrong("the fold " + CsvLine.quote(row.cell(1)), "0, 1, … or -1 for never held out");
    }
    return Integer.parseInt(row.cell(1));
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
}
