package io.chiasm.encoding.gram;

/**
 * How features are cut into chunks that are processed one after the other. It depends on the sizes
 * only, never on the memory at hand, so that sums have one order.
 */
record ChunkLayout(int stimuli, int features) {
  /** Elements of a chunk: 8 MB in float64, so that what is done to it is done in the cache. */
  private static final int ELEMENTS = 1 << 20;

  /** Fewer terms than this and products are bound by the reading of their sums. */
  private static final int SHORTEST = 512;

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
