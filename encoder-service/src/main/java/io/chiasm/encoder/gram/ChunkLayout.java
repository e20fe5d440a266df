package io.chiasm.encoder.gram;

/**
 * How features are cut into chunks that are processed one after the other. It depends on the sizes
 * only, never on the memory at hand, so that sums have one order.
 */
record ChunkLayout(int stimuli, int features) {
  /** Elements of a chunk: 32 MB in float64. */
  private static final int ELEMENTS = 1 << 22;

  private static final int SHORTEST = 64;

  int width() {
    return Math.max(SHORTEST, ELEMENTS / Math.max(stimuli, 1));
  }

  int count() {
    return (features + width() - 1) / width();
  }

  /** First feature of a chunk. */
  int from(int chunk) {
    return chunk * width();
  }

  /** Number of features of a chunk. */
  int length(int chunk) {
    return Math.min(width(), features - from(chunk));
  }
}
