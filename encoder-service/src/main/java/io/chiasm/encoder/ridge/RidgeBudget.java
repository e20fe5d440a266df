package io.chiasm.encoder.ridge;

import io.chiasm.encoder.regression.VertexChunks;

/**
 * How a memory budget is spent.
 *
 * @param width vertices that a worker holds at a time
 * @param group penalties whose operators are held at a time
 * @param screening whether float32 products come before float64 ones
 */
record RidgeBudget(int width, int group, boolean screening) {
  /** A quarter is for vertices, the rest for operators. */
  static RidgeBudget of(long bytes, int threads, int training, int alphas, boolean screening) {
    long square = (long) training * training;
    // Held per operator: float64 and float32. Per worker while building: a scaled copy.
    long operators = bytes - bytes / 4 - threads * square * Double.BYTES;
    long group = operators / (square * (Double.BYTES + Float.BYTES));
    return new RidgeBudget(
        VertexChunks.width(bytes / 4, threads, training),
        (int) Math.max(1, Math.min(alphas, group)),
        screening);
  }
}
