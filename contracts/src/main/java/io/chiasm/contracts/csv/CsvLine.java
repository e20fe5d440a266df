package io.chiasm.contracts.csv;

import io.chiasm.contracts.failure.InputException;
import java.util.List;

/**
 * The cells of one line of a table.
 *
 * @param source where the table comes from, for messages
 * @param number of the line it ends in, from 1
 */
public record CsvLine(String source, long number, List<String> cells) {
  private static final int QUOTED = 60;

  public CsvLine {
    cells = List.copyOf(cells);
  }

  public String cell(int column) {
    return cells.get(column);
  }

  /**
   * The error that this line is not what is possible here.
   *
   * @param found in words; see {@link #quote}
   */
  public InputException wrong(String found, String possible) {
    return new InputException(place() + "found " + found + "; possible: " + possible);
  }

  /** Where in the table this is, as messages begin. */
  public String place() {
    return source + ":" + number + ": ";
  }

  /** A text from outside for a message: of bearable length, on one line. */
  public static String quote(String text) {
    String printable = text.replaceAll("\\p{Cntrl}", "?");
    return "'"
        + (printable.length() > QUOTED ? printable.substring(0, QUOTED) + "…" : printable)
        + "'";
  }
}
