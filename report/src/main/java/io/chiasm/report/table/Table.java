package io.chiasm.report.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Rows of typed cells under named columns. */
public final class Table {
  private final List<Column> columns;
  private final List<List<Object>> rows = new ArrayList<>();

  public Table(Column... columns) {
    this.columns = List.of(columns);
  }

  /**
   * Adds a row.
   *
   * @param cells a {@code String}, {@code Double} or {@code Integer} each, as its column says
   * @throws IllegalArgumentException if a cell is missing or of another kind
   */
  public void row(Object... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(cells.length + " cells under " + columns.size());
    }
    for (int i = 0; i < cells.length; i++) {
      if (!columns.get(i).kind().holds(cells[i])) {
        throw new IllegalArgumentException(
            columns.get(i) + " cannot hold " + cells[i].getClass().getSimpleName());
      }
    }
    rows.add(List.of(cells));
  }

  public List<Column> columns() {
    return columns;
  }

  public List<List<Object>> rows() {
    return Collections.unmodifiableList(rows);
  }

  /** The table as RFC 4180 text with {@code \n}, UTF-8. */
  public byte[] csv() {
    return Csv.of(this);
  }

  /** The table as a Parquet file with one row group. */
  public byte[] parquet() {
    return Parquet.of(this);
  }
}
