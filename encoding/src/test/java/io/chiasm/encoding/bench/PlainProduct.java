package io.chiasm.encoding.bench;

import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.blas_set_num_threads;
import static org.bytedeco.openblas.global.openblas.cblas_dgemm;
import static org.bytedeco.openblas.global.openblas.cblas_sgemm;

import java.util.Random;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;

/**
 * The yardstick: one plain product {@code [rows, terms] × [terms, columns]} by the same OpenBLAS,
 * with its own threads.
 */
final class PlainProduct implements AutoCloseable {
  private final int rows;
  private final int terms;
  private final int columns;
  private final int threads;
  private final FloatPointer[] narrow = new FloatPointer[3];
  private final DoublePointer[] wide = new DoublePointer[3];

  PlainProduct(int rows, int terms, int columns, int threads) {
    this.rows = rows;
    this.terms = terms;
    this.columns = columns;
    this.threads = threads;
    long[] sizes = {(long) rows * terms, (long) terms * columns, (long) rows * columns};
    Random random = new Random(1);
    for (int i = 0; i < sizes.length; i++) {
      narrow[i] = new FloatPointer(sizes[i]);
      wide[i] = new DoublePointer(sizes[i]);
      for (long j = 0; j < sizes[i]; j++) {
        float value = random.nextFloat() - 0.5f;
        narrow[i].put(j, value);
        wide[i].put(j, value);
      }
    }
  }

  /** Additions and multiplications of one product. */
  double operations() {
    return 2.0 * rows * terms * columns;
  }

  void sgemm() {
    blas_set_num_threads(threads);
    cblas_sgemm(
        CblasRowMajor,
        CblasNoTrans,
        CblasNoTrans,
        rows,
        columns,
        terms,
        1,
        narrow[0],
        terms,
        narrow[1],
        columns,
        0,
        narrow[2],
        columns);
    blas_set_num_threads(1);
  }

  void dgemm() {
    blas_set_num_threads(threads);
    cblas_dgemm(
        CblasRowMajor,
        CblasNoTrans,
        CblasNoTrans,
        rows,
        columns,
        terms,
        1,
        wide[0],
        terms,
        wide[1],
        columns,
        0,
        wide[2],
        columns);
    blas_set_num_threads(1);
  }

  @Override
  public void close() {
    for (int i = 0; i < narrow.length; i++) {
      narrow[i].close();
      wide[i].close();
    }
  }
}
