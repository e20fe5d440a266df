package io.chiasm.encoder.gram;

/** Features of all stimuli, read in chunks. */
interface FeatureChunks extends AutoCloseable {
  ChunkLayout layout();

  /**
   * Reads a chunk into the front of {@code target}, as {@code [stimulus, feature of the chunk]}.
   */
  void read(int chunk, double[] target);

  @Override
  void close();
}
