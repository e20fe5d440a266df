package io.chiasm.encoding.gram;

import java.util.List;

/** Features of matrices in memory, side by side. */
final class HeldChunks implements FeatureChunks {
  private final List<Features> parts;
  private final ChunkLayout layout;

  HeldChunks(List<Features> parts) {
    this.parts = List.copyOf(parts);
    int features = parts.stream().mapToInt(Features::count).reduce(0, Math::addExact);
    this.layout = new ChunkLayout(parts.get(0).stimuli(), features);
  }

  @Override
  public ChunkLayout layout() {
    return layout;
  }

  @Override
  public Chunk read(int chunk) {
    int first = layout.from(chunk);
    return (stimulus, from, length, target, offset) ->
        copy(stimulus, first + from, length, target, offset);
  }

  private void copy(int stimulus, int from, int length, double[] target, int offset) {
    int start = 0;
    for (Features part : parts) {
      int first = Math.max(from, start);
      int end = Math.min(from + length, start + part.count());
      if (first < end) {
        part.copy(stimulus, first - start, end - first, target, offset + first - from);
      }
      start += part.count();
    }
  }

  @Override
  public void close() {
    // Nothing of its own.
  }
}
