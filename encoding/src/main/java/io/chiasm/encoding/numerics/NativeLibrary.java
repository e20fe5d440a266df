package io.chiasm.encoding.numerics;

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

  private NativeLibrary() {
    if (System.getProperty(ND4JSystemProperties.LOG_INITIALIZATION) == null) {
      System.setProperty(ND4JSystemProperties.LOG_INITIALIZATION, "false");
    }
    Nd4j.getBackend();
    openblas.blas_set_num_threads(1);
  }

  static INDArray zeros(Precision precision, int rows, int columns) {
    return LOADED.allocate(precision, rows, columns);
  }

  private INDArray allocate(Precision precision, int rows, int columns) {
    DataType type = precision == Precision.FLOAT32 ? DataType.FLOAT : DataType.DOUBLE;
    // ND4J has no matrix without elements; one unused element stands for it.
    return Nd4j.zeros(type, Math.max(rows, 1), Math.max(columns, 1));
  }
}
