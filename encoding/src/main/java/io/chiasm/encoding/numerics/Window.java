package io.chiasm.encoding.numerics;

import java.util.Locale;

/**
 * A rectangle of a matrix, sharing its memory.
 *
 * @param row first row
 * @param column first column
 */
public record Window(Matrix matrix, int row, int column, int rows, int columns) {
  public Window {
    if (row < 0
        || column < 0
        || rows < 0
        || columns < 0
        || row + rows > matrix.rows()
        || column + columns > matrix.columns()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "window of %d x %d at (%d, %d) lies outside a %d x %d matrix",
              rows,
              columns,
              row,
              column,
              matrix.rows(),
              matrix.columns()));
    }
  }

  boolean empty() {
    return rows == 0 || columns == 0;
  }
}
