package io.chiasm.encoding.numerics;

import org.bytedeco.javacpp.Pointer;
import org.bytedeco.openblas.global.openblas;
import org.nd4j.common.config.ND4JSystemProperties;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Loads ND4J and OpenBLAS once, silently, with one BLAS thread per caller: parallelism is over
 * folds and vertices, since BLAS's own threads collapse as soon as the machine is shared.
 */
final class NativeLibrary {
  private static final NativeLibrary LOADED = new NativeLibrary();

  /** Beyond what a task counts; a thousand matrices of 64 x 64. */
  private static final long SPARE_BYTES = 32L << 20;

  private final SpareArrays spare = new SpareArrays(SPARE_BYTES);

  private NativeLibrary() {
    if (System.getProperty(ND4JSystemProperties.LOG_INITIALIZATION) == null) {
      System.setProperty(ND4JSystemProperties.LOG_INITIALIZATION, "false");
    }
    Nd4j.getBackend();
    openblas.blas_set_num_threads(1);
  }

  static INDArray zeros(Precision precision, int rows, int columns) {
    // ND4J has no matrix without elements; one unused element stands for it.
    return LOADED.allocate(precision, Math.max(rows, 1), Math.max(columns, 1));
  }

  /** For the next matrix; nobody uses the array from now on. */
  static void giveBack(Precision precision, INDArray array) {
    LOADED.spare.give(precision, array);
  }

  private INDArray allocate(Precision precision, int rows, int columns) {
    long elements = (long) rows * columns;
    return spare
        .take(precision, elements)
        .map(array -> zeroed(array, elements * precision.bytes()))
        .orElseGet(() -> Nd4j.zeros(type(precision), rows, columns));
  }

  private static INDArray zeroed(INDArray array, long bytes) {
    Pointer.memset(array.data().pointer(), 0, bytes);
    return array;
  }

  private static DataType type(Precision precision) {
    return precision == Precision.FLOAT32 ? DataType.FLOAT : DataType.DOUBLE;
  }
}
