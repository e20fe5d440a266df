package io.chiasm.encoder.gram;

/** Keeps float32 features, written by stimulus and read by chunk. */
interface Shelf extends AutoCloseable {
  /**
   * Keeps the features of one chunk for some stimuli.
   *
   * @param values {@code [stimulus, feature of the chunk]}
   */
  void put(int chunk, int firstStimulus, float[] values);

  /** All stimuli of a chunk, {@code [stimulus, feature of the chunk]}. */
  float[] get(int chunk);

  @Override
  void close();
}
