package io.chiasm.encoding.ridge;

import io.chiasm.encoding.fold.TrainingRows;
import io.chiasm.encoding.numerics.Factors;
import io.chiasm.encoding.numerics.Matrix;
import io.chiasm.encoding.numerics.Precision;
import io.chiasm.encoding.numerics.Products;
import io.chiasm.encoding.numerics.Window;
import io.chiasm.encoding.spectrum.TrainingSpectrum;

/**
 * The linear map from training responses to the residuals of all inner held-out stimuli, for one
 * penalty, as an upper triangle R: the inner cross-validation's sum of squared errors of responses
 * y is {@code ‖R y‖²}.
 */
/*
 * 1. e_f = (I − H_ff)⁻¹ E_f with E = (I − H) y: the residuals of an inner fold f that was left out,
 *    from the fit to all training rows, exact with an unpenalised intercept that is refitted.
 * 2. I − H = U diag(α/(λ+α)) Uᵀ over the eigenvectors orthogonal to the constant. The form without a
 *    subtraction keeps its relative accuracy where H is nearly the identity (small α).
 * 3. Stacked over f: M = blockdiag((I − H_ff)⁻¹) (I − H), whose diagonal blocks are identities.
 *    R is M's triangular factor: half the work per vertex, the same norm.
 */
final class ResidualOperator implements AutoCloseable {
  /** Eigenvectors of a product; more gain no speed. */
  private static final int VECTORS = 1024;

  private final Matrix upper;
  private final double norm;

  private ResidualOperator(Matrix upper, double norm) {
    this.upper = upper;
    this.norm = norm;
  }

  /**
   * @param alpha well above the spectrum's resolution
   * @throws ArithmeticException if a fold's residual matrix is singular to working precision
   */
  static ResidualOperator of(TrainingSpectrum spectrum, double alpha, TrainingRows training) {
    Matrix m = withoutHat(spectrum, alpha);
    boolean done = false;
    try {
      for (int inner = 0; inner < TrainingRows.INNER_FOLDS; inner++) {
        leaveOut(m, training.start(inner), training.end(inner));
      }
      double norm = frobenius(m);
      Factors.triangularise(m);
      done = true;
      return new ResidualOperator(m, norm);
    } finally {
      if (!done) {
        m.close();
      }
    }
  }

  /** Bytes needed on top of R while it is built. */
  static long workSpace(int training) {
    long inner = training / TrainingRows.INNER_FOLDS + 1;
    return (inner * inner + (long) Math.min(VECTORS, training) * training) * Double.BYTES;
  }

  private static Matrix withoutHat(TrainingSpectrum spectrum, double alpha) {
    int n = spectrum.training();
    int components = spectrum.components();
    Matrix result = Matrix.doubles(n, n);
    try (Matrix scaled = Matrix.doubles(Math.min(VECTORS, components), n)) {
      for (int from = 0; from < components; from += VECTORS) {
        int count = Math.min(VECTORS, components - from);
        for (int i = 0; i < count; i++) {
          double left = alpha / (spectrum.value(from + i) + alpha);
          spectrum.scaledVector(from + i, Math.sqrt(left), scaled, i);
        }
        Products.addGramOfColumns(scaled.rows(0, count), result);
      }
    }
    Products.mirrorLower(result);
    return result;
  }

  private static void leaveOut(Matrix m, int from, int to) {
    int size = to - from;
    try (Matrix block = Matrix.doubles(size, size)) {
      double[] row = new double[m.columns()];
      for (int i = 0; i < size; i++) {
        m.getRow(from + i, row, 0);
        block.setRow(i, row, from);
      }
      if (!Factors.solveSymmetric(block, new Window(m, from, 0, size, m.columns()))) {
        throw new ArithmeticException("residual matrix of an inner fold is singular");
      }
    }
  }

  private static double frobenius(Matrix m) {
    double sum = 0;
    for (int row = 0; row < m.rows(); row++) {
      sum += Products.squaredNorm(m, row);
    }
    return Math.sqrt(sum);
  }

  /** R, of which only the upper triangle counts. */
  Matrix upper() {
    return upper;
  }

  /** Frobenius norm of R. */
  double norm() {
    return norm;
  }

  /** A float32 copy of R; the caller closes it. */
  Matrix narrowed() {
    Matrix narrow = Matrix.of(Precision.FLOAT32, upper.rows(), upper.columns());
    double[] row = new double[upper.columns()];
    for (int i = 0; i < upper.rows(); i++) {
      upper.getRow(i, row, 0);
      narrow.setRow(i, row, 0);
    }
    return narrow;
  }

  @Override
  public void close() {
    upper.close();
  }
}
