package io.chiasm.encoding.ridge;

import io.chiasm.encoding.regression.VertexChunks;

/**
 * How a memory budget is spent.
 *
 * @param width vertices that a worker holds at a time
 * @param group penalties whose operators are held at a time
 * @param screening whether float32 products come before float64 ones
 * @param spare bytes that all of this leaves
 */
record RidgeBudget(int width, int group, boolean screening, long spare) {
  /** Spectra that other feature spaces of the batch may hold meanwhile, by {@code 1/12}. */
  private static final int SPECTRA = 12;

  /** At most a quarter is for vertices; operators have what these and the spectra leave. */
  static RidgeBudget of(long bytes, int threads, int training, int alphas, boolean screening) {
    int width = VertexChunks.width(bytes / 4, threads, training);
    long square = (long) training * training;
    long operators =
        bytes
            - VertexChunks.bytes(width, threads, training)
            - Math.max(square * Double.BYTES, bytes / SPECTRA)
            - threads * ResidualOperator.workSpace(training);
    // An operator is held in float64 and in float32.
    long operator = square * (Double.BYTES + Float.BYTES);
    int group = (int) Math.max(1, Math.min(alphas, operators / operator));
    return new RidgeBudget(width, group, screening, Math.max(0, operators - group * operator));
  }
}
