package io.chiasm.encoding.numerics;

import static org.bytedeco.openblas.global.openblas.CblasLeft;
import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasNonUnit;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.CblasUpper;
import static org.bytedeco.openblas.global.openblas.LAPACKE_dgelqf;
import static org.bytedeco.openblas.global.openblas.LAPACKE_dpotrf;
import static org.bytedeco.openblas.global.openblas.LAPACK_COL_MAJOR;
import static org.bytedeco.openblas.global.openblas.cblas_dtrsm;

import org.bytedeco.javacpp.DoublePointer;

/** Factorisations and solutions, float64. */
public final class Factors {
  private Factors() {}

  /**
   * Solves {@code a x = b} for a symmetric positive definite {@code a}; {@code a} is destroyed,
   * {@code b} becomes {@code x}.
   *
   * @return whether {@code a} was positive definite to working precision; if not, b is unchanged
   */
  public static boolean solveSymmetric(Matrix a, Window b) {
    int n = a.rows();
    // Lower triangle of column-major memory is the upper one of row-major: a = uᵀ u.
    int info = LAPACKE_dpotrf(LAPACK_COL_MAJOR, (byte) 'L', n, a.doublesAt(0, 0), n);
    if (info != 0) {
      return false;
    }
    DoublePointer u = a.doublesAt(0, 0);
    DoublePointer x = b.matrix().doublesAt(b.row(), b.column());
    int stride = b.matrix().columns();
    cblas_dtrsm(
        CblasRowMajor,
        CblasLeft,
        CblasUpper,
        CblasTrans,
        CblasNonUnit,
        n,
        b.columns(),
        1,
        u,
        n,
        x,
        stride);
    cblas_dtrsm(
        CblasRowMajor,
        CblasLeft,
        CblasUpper,
        CblasNoTrans,
        CblasNonUnit,
        n,
        b.columns(),
        1,
        u,
        n,
        x,
        stride);
    return true;
  }

  /**
   * Replaces a square {@code m} by an upper triangular {@code r} with {@code rᵀ r = mᵀ m}, so that
   * {@code ‖r y‖ = ‖m y‖} for every y. Orthogonal, so the condition of m is not squared. What is
   * left below the diagonal is no part of r.
   */
  public static void triangularise(Matrix m) {
    int n = m.rows();
    try (Matrix reflectors = Matrix.doubles(1, n)) {
      // Column-major, the memory holds mᵀ = l q; so m = qᵀ lᵀ, and lᵀ is upper in row-major.
      int info =
          LAPACKE_dgelqf(LAPACK_COL_MAJOR, n, n, m.doublesAt(0, 0), n, reflectors.doublesAt(0, 0));
      if (info != 0) {
        throw new ArithmeticException("dgelqf refused its argument: " + info);
      }
    }
  }
}
