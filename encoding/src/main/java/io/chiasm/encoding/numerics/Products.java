package io.chiasm.encoding.numerics;

import static org.bytedeco.openblas.global.openblas.CblasLower;
import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasNonUnit;
import static org.bytedeco.openblas.global.openblas.CblasRight;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.CblasUpper;
import static org.bytedeco.openblas.global.openblas.cblas_ddot;
import static org.bytedeco.openblas.global.openblas.cblas_dgemm;
import static org.bytedeco.openblas.global.openblas.cblas_dsdot;
import static org.bytedeco.openblas.global.openblas.cblas_dsyrk;
import static org.bytedeco.openblas.global.openblas.cblas_dtrmm;
import static org.bytedeco.openblas.global.openblas.cblas_sgemm;
import static org.bytedeco.openblas.global.openblas.cblas_strmm;

import java.util.Locale;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;

/** Matrix products, straight on BLAS. All operands of a call have one precision. */
public final class Products {
  /** Elements of a tile's row: what is written down a column then stays in the cache. */
  private static final int TILE = 64;

  private Products() {}

  /** {@code c ← a b}. */
  public static void multiply(Operand a, Operand b, Window c) {
    multiply(a, b, 0, c);
  }

  /** {@code c ← c + a b}. */
  public static void addProduct(Operand a, Operand b, Window c) {
    multiply(a, b, 1, c);
  }

  private static void multiply(Operand a, Operand b, double beta, Window c) {
    if (a.rows() != c.rows() || b.columns() != c.columns() || a.columns() != b.rows()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "product of %d x %d and %d x %d into %d x %d",
              a.rows(),
              a.columns(),
              b.rows(),
              b.columns(),
              c.rows(),
              c.columns()));
    }
    if (c.empty()) {
      return;
    }
    if (a.columns() == 0) {
      throw new IllegalArgumentException("product over no terms");
    }
    int transA = a.transposed() ? CblasTrans : CblasNoTrans;
    int transB = b.transposed() ? CblasTrans : CblasNoTrans;
    if (precision(a.window(), b.window(), c) == Precision.FLOAT64) {
      cblas_dgemm(
          CblasRowMajor,
          transA,
          transB,
          c.rows(),
          c.columns(),
          a.columns(),
          1,
          doubles(a.window()),
          stride(a.window()),
          doubles(b.window()),
          stride(b.window()),
          beta,
          doubles(c),
          stride(c));
    } else {
      cblas_sgemm(
          CblasRowMajor,
          transA,
          transB,
          c.rows(),
          c.columns(),
          a.columns(),
          1,
          floats(a.window()),
          stride(a.window()),
          floats(b.window()),
          stride(b.window()),
          (float) beta,
          floats(c),
          stride(c));
    }
  }

  /** {@code c ← c + aᵀ a}, float64; only the lower triangle of {@code c} is changed. */
  public static void addGramOfColumns(Window a, Matrix c) {
    precision(a, c.all());
    if (a.empty() || c.rows() != a.columns() || c.columns() != a.columns()) {
      throw new IllegalArgumentException("Gram matrix of the columns does not fit");
    }
    cblas_dsyrk(
        CblasRowMajor,
        CblasLower,
        CblasTrans,
        c.rows(),
        a.rows(),
        1,
        doubles(a),
        stride(a),
        1,
        doubles(c.all()),
        c.columns());
  }

  /** {@code c ← c + a aᵀ}, float64; only the lower triangle of {@code c} is changed. */
  public static void addGramOfRows(Window a, Window c) {
    if (c.rows() != a.rows() || c.columns() != a.rows() || a.empty()) {
      throw new IllegalArgumentException("Gram matrix of the rows does not fit");
    }
    precision(a, c);
    cblas_dsyrk(
        CblasRowMajor,
        CblasLower,
        CblasNoTrans,
        c.rows(),
        a.columns(),
        1,
        doubles(a),
        stride(a),
        1,
        doubles(c),
        stride(c));
  }

  /** {@code b ← b rᵀ} with the upper triangle of {@code r}. */
  public static void timesUpperTransposed(Window b, Matrix r) {
    if (b.columns() != r.rows() || r.rows() != r.columns()) {
      throw new IllegalArgumentException("triangular factor does not fit");
    }
    if (b.empty()) {
      return;
    }
    if (precision(b, r.all()) == Precision.FLOAT64) {
      cblas_dtrmm(
          CblasRowMajor,
          CblasRight,
          CblasUpper,
          CblasTrans,
          CblasNonUnit,
          b.rows(),
          b.columns(),
          1,
          doubles(r.all()),
          r.columns(),
          doubles(b),
          stride(b));
    } else {
      cblas_strmm(
          CblasRowMajor,
          CblasRight,
          CblasUpper,
          CblasTrans,
          CblasNonUnit,
          b.rows(),
          b.columns(),
          1,
          floats(r.all()),
          r.columns(),
          floats(b),
          stride(b));
    }
  }

  /** Sum of squares of a row, summed in float64. */
  public static double squaredNorm(Matrix a, int row) {
    if (a.precision() == Precision.FLOAT64) {
      DoublePointer x = a.doublesAt(row, 0);
      return cblas_ddot(a.columns(), x, 1, x, 1);
    }
    FloatPointer x = a.floatsAt(row, 0);
    return cblas_dsdot(a.columns(), x, 1, x, 1);
  }

  /** Copies the lower triangle onto the upper one. */
  public static void mirrorLower(Matrix square) {
    DoubleRows rows = new DoubleRows(square);
    for (int row = 0; row < square.rows(); row += TILE) {
      for (int column = 0; column <= row; column += TILE) {
        mirror(rows, row, Math.min(row + TILE, square.rows()), column);
      }
    }
  }

  private static void mirror(DoubleRows rows, int from, int to, int first) {
    for (int row = from; row < to; row++) {
      for (int column = first; column < Math.min(first + TILE, row); column++) {
        rows.set(column, row, rows.get(row, column));
      }
    }
  }

  private static Precision precision(Window first, Window... others) {
    Precision precision = first.matrix().precision();
    for (Window other : others) {
      if (other.matrix().precision() != precision) {
        throw new IllegalArgumentException("a product of mixed precision");
      }
    }
    return precision;
  }

  private static DoublePointer doubles(Window window) {
    return window.matrix().doublesAt(window.row(), window.column());
  }

  private static FloatPointer floats(Window window) {
    return window.matrix().floatsAt(window.row(), window.column());
  }

  private static int stride(Window window) {
    return window.matrix().columns();
  }
}
