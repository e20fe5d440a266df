package io.chiasm.encoding.gram;

/** Features of all stimuli, read in chunks. */
interface FeatureChunks extends AutoCloseable {
  ChunkLayout layout();

  /** Reads a chunk; only one is to be used at a time. */
  Chunk read(int chunk);

  @Override
  void close();

  /** Some features of all stimuli. May be copied from by several threads. */
  interface Chunk {
    /**
     * Copies neighbouring features of a stimulus.
     *
     * @param from by place in the chunk
     */
    void copy(int stimulus, int from, int length, double[] target, int offset);
  }
}
