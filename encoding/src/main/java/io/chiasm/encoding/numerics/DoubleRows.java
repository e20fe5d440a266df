package io.chiasm.encoding.numerics;

import org.bytedeco.javacpp.indexer.DoubleRawIndexer;

/** Element access to a float64 matrix, fast enough for loops over all elements. */
final class DoubleRows {
  private final DoubleRawIndexer elements;
  private final int columns;

  DoubleRows(Matrix matrix) {
    this.columns = matrix.columns();
    this.elements = new DoubleRawIndexer(matrix.doublesAt(0, 0));
  }

  double get(int row, int column) {
    return elements.getRaw((long) row * columns + column);
  }

  void set(int row, int column, double value) {
    elements.putRaw((long) row * columns + column, value);
  }
}
