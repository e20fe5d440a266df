package io.chiasm.encoding.numerics;

import static org.bytedeco.openblas.global.openblas.LAPACKE_dsyevd;
import static org.bytedeco.openblas.global.openblas.LAPACK_COL_MAJOR;

/** Eigenvalues and eigenvectors of a symmetric matrix. */
public final class SymmetricEigen implements AutoCloseable {
  private final double[] values;
  private final Matrix vectors;

  private SymmetricEigen(double[] values, Matrix vectors) {
    this.values = values;
    this.vectors = vectors;
  }

  /**
   * Decomposes a symmetric float64 matrix by divide and conquer. The matrix becomes the
   * eigenvectors and belongs to the result.
   */
  public static SymmetricEigen consuming(Matrix symmetric) {
    int n = symmetric.rows();
    if (n != symmetric.columns() || n == 0) {
      throw new IllegalArgumentException("no square matrix: " + n + " x " + symmetric.columns());
    }
    try (Matrix values = Matrix.doubles(1, n)) {
      // Column-major vectors in columns are row-major vectors in rows, without a transposition.
      int info =
          LAPACKE_dsyevd(
              LAPACK_COL_MAJOR,
              (byte) 'V',
              (byte) 'L',
              n,
              symmetric.doublesAt(0, 0),
              n,
              values.doublesAt(0, 0));
      if (info != 0) {
        throw new ArithmeticException("dsyevd did not converge: " + info);
      }
      return new SymmetricEigen(values.row(0), symmetric);
    }
  }

  /** Eigenvalues, ascending. */
  public double[] values() {
    return values.clone();
  }

  /** Eigenvectors {@code [vector, element]} in the order of the values. */
  public Matrix vectors() {
    return vectors;
  }

  @Override
  public void close() {
    vectors.close();
  }
}
