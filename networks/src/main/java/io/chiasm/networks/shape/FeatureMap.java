package io.chiasm.networks.shape;

/**
 * Where a tensor keeps image positions.
 *
 * @param rowAxis axis along the image's rows
 * @param columnAxis axis along the image's columns
 * @param rows receptive fields along the row axis
 * @param columns receptive fields along the column axis
 */
record FeatureMap(int rowAxis, int columnAxis, ReceptiveField rows, ReceptiveField columns) {
  /** The image, {@code [image, channel, row, column]}. */
  static final FeatureMap IMAGE = new FeatureMap(2, 3, ReceptiveField.PIXEL, ReceptiveField.PIXEL);

  boolean uses(int axis) {
    return axis == rowAxis || axis == columnAxis;
  }

  FeatureMap withAxes(int row, int column) {
    return new FeatureMap(row, column, rows, columns);
  }

  FeatureMap withRows(ReceptiveField field) {
    return new FeatureMap(rowAxis, columnAxis, field, columns);
  }

  FeatureMap withColumns(ReceptiveField field) {
    return new FeatureMap(rowAxis, columnAxis, rows, field);
  }

  /** With the fields along one of its axes changed. */
  FeatureMap along(int axis, java.util.function.UnaryOperator<ReceptiveField> change) {
    FeatureMap changed = axis == rowAxis ? withRows(change.apply(rows)) : this;
    return axis == columnAxis ? changed.withColumns(change.apply(columns)) : changed;
  }

  /** Whether positions of both lie on the same axes at the same distances. */
  boolean matches(FeatureMap other) {
    return rowAxis == other.rowAxis
        && columnAxis == other.columnAxis
        && rows.stride() == other.rows.stride()
        && columns.stride() == other.columns.stride();
  }

  FeatureMap spanning(FeatureMap other) {
    return new FeatureMap(
        rowAxis, columnAxis, rows.spanning(other.rows), columns.spanning(other.columns));
  }
}
