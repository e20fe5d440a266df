package io.chiasm.encoding.numerics;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A dense row-major matrix in native memory, zero at first. The memory is freed by {@link #close},
 * not by the garbage collector: whoever makes a matrix closes it. Not for use by two threads that
 * write the same elements.
 */
public final class Matrix implements AutoCloseable {
  private final Precision precision;
  private final int rows;
  private final int columns;
  private final INDArray array;
  private boolean closed;

  private Matrix(Precision precision, int rows, int columns) {
    if (rows < 0 || columns < 0) {
      throw new IllegalArgumentException("matrix of " + rows + " x " + columns);
    }
    this.precision = precision;
    this.rows = rows;
    this.columns = columns;
    this.array = NativeLibrary.zeros(precision, rows, columns);
  }

  public static Matrix of(Precision precision, int rows, int columns) {
    return new Matrix(precision, rows, columns);
  }

  /** A float64 matrix. */
  public static Matrix doubles(int rows, int columns) {
    return new Matrix(Precision.FLOAT64, rows, columns);
  }

  /** A float64 matrix of these row-major values. */
  public static Matrix of(int rows, int columns, double... values) {
    Matrix matrix = doubles(rows, columns);
    for (int row = 0; row < rows; row++) {
      matrix.setRow(row, values, row * columns);
    }
    return matrix;
  }

  public Precision precision() {
    return precision;
  }

  public int rows() {
    return rows;
  }

  public int columns() {
    return columns;
  }

  /** What it takes of native memory. */
  public long bytes() {
    return (long) rows * columns * precision.bytes();
  }

  /** All of it. */
  public Window all() {
    return new Window(this, 0, 0, rows, columns);
  }

  /** Rows {@code from} to {@code to} (exclusive), all columns. */
  public Window rows(int from, int to) {
    return new Window(this, from, 0, to - from, columns);
  }

  /** Copies {@code values[offset …]} into a row. */
  public void setRow(int row, double[] values, int offset) {
    if (precision == Precision.FLOAT64) {
      doublesAt(row, 0).put(values, offset, columns);
      return;
    }
    float[] narrow = new float[columns];
    for (int column = 0; column < columns; column++) {
      narrow[column] = (float) values[offset + column];
    }
    floatsAt(row, 0).put(narrow, 0, columns);
  }

  /** Copies a row into {@code target[offset …]}. */
  public void getRow(int row, double[] target, int offset) {
    if (precision == Precision.FLOAT64) {
      doublesAt(row, 0).get(target, offset, columns);
      return;
    }
    float[] narrow = new float[columns];
    floatsAt(row, 0).get(narrow, 0, columns);
    for (int column = 0; column < columns; column++) {
      target[offset + column] = narrow[column];
    }
  }

  /** Overwrites all elements by those of a matrix of the same size and precision. */
  public void copyFrom(Matrix other) {
    if (other.precision != precision || other.rows != rows || other.columns != columns) {
      throw new IllegalArgumentException("copy between matrices of different kinds");
    }
    if (rows > 0 && columns > 0) {
      Pointer target = precision == Precision.FLOAT64 ? doublesAt(0, 0) : floatsAt(0, 0);
      Pointer source =
          precision == Precision.FLOAT64 ? other.doublesAt(0, 0) : other.floatsAt(0, 0);
      Pointer.memcpy(target, source, (long) rows * columns * precision.bytes());
    }
  }

  /** A copy of a row. */
  public double[] row(int row) {
    double[] values = new double[columns];
    getRow(row, values, 0);
    return values;
  }

  /** One element; slow, for a few. */
  public double get(int row, int column) {
    return precision == Precision.FLOAT64
        ? doublesAt(row, column).get()
        : floatsAt(row, column).get();
  }

  /** A row-major copy. */
  public double[] toArray() {
    double[] values = new double[Math.multiplyExact(rows, columns)];
    for (int row = 0; row < rows; row++) {
      getRow(row, values, row * columns);
    }
    return values;
  }

  /** Frees the memory; the matrix is not to be used afterwards. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      NativeLibrary.giveBack(precision, array);
    }
  }

  DoublePointer doublesAt(int row, int column) {
    long index = index(row, column);
    return new DoublePointer(array.data().pointer()).position(index);
  }

  FloatPointer floatsAt(int row, int column) {
    long index = index(row, column);
    return new FloatPointer(array.data().pointer()).position(index);
  }

  private long index(int row, int column) {
    // A closed matrix's memory is another's, or nobody's: reading on would end the JVM.
    if (closed || row < 0 || row >= rows || column < 0 || column >= columns) {
      throw new IllegalStateException(
          "element ("
              + row
              + ", "
              + column
              + ") of a "
              + rows
              + " x "
              + columns
              + " matrix"
              + (closed ? " that is closed" : ""));
    }
    return (long) row * columns + column;
  }
}
