package io.chiasm.encoding.gram;

/** Keeps float32 features, written by stimulus and read by chunk. */
interface Shelf extends AutoCloseable {
  /**
   * Keeps the features of one chunk for some stimuli. Several threads may do so at once, each for
   * its own chunk.
   *
   * @param block {@code [stimulus, feature]}, the features of all chunks
   */
  void put(int chunk, int firstStimulus, float[] block);

  /** All stimuli of a chunk, {@code [stimulus, feature of the chunk]}. */
  float[] get(int chunk);

  @Override
  void close();
}
