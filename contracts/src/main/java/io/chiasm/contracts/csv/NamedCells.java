package io.chiasm.contracts.csv;

import java.util.Map;

/** A line of a table whose columns have names and may come in any order. */
public final class NamedCells {
  private final CsvLine line;
  private final Map<String, Integer> columns;

  NamedCells(CsvLine line, Map<String, Integer> columns) {
    this.line = line;
    this.columns = columns;
  }

  /**
   * A cell.
   *
   * @throws IllegalArgumentException if the table has no such column
   */
  public String cell(String column) {
    Integer place = columns.get(column);
    if (place == null) {
      throw new IllegalArgumentException("the table has no column " + column);
    }
    return line.cell(place);
  }

  /** For complaints. */
  public CsvLine line() {
    return line;
  }
}
