package io.chiasm.report.table;

import io.chiasm.contracts.csv.NamedCells;
import io.chiasm.contracts.failure.InputException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One row of a table that was read. */
public final class TableRow {
  private final NamedCells cells;

  TableRow(NamedCells cells) {
    this.cells = cells;
  }

  public String text(String column) {
    return cells.cell(column);
  }

  /**
   * A cell as something else.
   *
   * @param reading throws an {@code IllegalArgumentException} for a text that is none
   * @throws InputException naming file, line and column, what was found and what was wrong
   */
  public <T> T value(String column, Function<String, T> reading) {
    try {
      return reading.apply(text(column));
    } catch (IllegalArgumentException e) {
      throw wrong(column + " is '" + text(column) + "': " + e.getMessage(), e);
    }
  }

  /** A float64, which may be {@code NaN}. */
  public double number(String column) {
    return value(column, Double::parseDouble);
  }

  /** A whole number. */
  public int count(String column) {
    return value(column, Integer::parseInt);
  }

  /** The error that this row is not what is possible here. */
  public InputException wrong(String what, @Nullable Throwable cause) {
    return new InputException(cells.line().place() + what, cause);
  }
}
