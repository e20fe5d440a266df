package io.chiasm.encoding.gram;

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
  public void put(int chunk, int firstStimulus, float[] block) {
    int length = layout.length(chunk);
    int to = firstStimulus * length;
    for (int from = layout.from(chunk); from < block.length; from += layout.features()) {
      System.arraycopy(block, from, chunks[chunk], to, length);
      to += length;
    }
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
