package io.chiasm.encoder.gram;

/** Features kept on the heap. */
final class MemoryShelf implements Shelf {
  private final ChunkLayout layout;
  private final float[][] chunks;

  MemoryShelf(ChunkLayout layout) {
    this.layout = layout;
    this.chunks = new float[layout.count()][];
    for (int chunk = 0; chunk < chunks.length; chunk++) {
      chunks[chunk] = new float[Math.multiplyExact(layout.stimuli(), layout.length(chunk))];
    }
  }

  @Override
  public void put(int chunk, int firstStimulus, float[] values) {
    int offset = firstStimulus * layout.length(chunk);
    System.arraycopy(values, 0, chunks[chunk], offset, values.length);
  }

  @Override
  public float[] get(int chunk) {
    return chunks[chunk];
  }

  @Override
  public void close() {
    // The heap is the garbage collector's.
  }
}
