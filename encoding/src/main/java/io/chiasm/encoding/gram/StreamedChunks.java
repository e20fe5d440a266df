package io.chiasm.encoding.gram;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.Shape;
import io.chiasm.encoding.work.Resources;
import io.chiasm.encoding.work.Workers;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Activations that arrive by stimuli and are wanted by features: read once, kept in memory or,
 * where they do not fit, in a scratch file.
 */
final class StreamedChunks implements FeatureChunks {
  private final ChunkLayout layout;
  private final Shelf shelf;

  private StreamedChunks(ChunkLayout layout, Shelf shelf) {
    this.layout = layout;
    this.shelf = shelf;
  }

  /**
   * Reads all blocks.
   *
   * @param features expected number of features of a stimulus
   * @param room bytes that the sums leave
   * @throws InputException if a block has another size or holds NaN or infinity
   */
  static StreamedChunks of(
      ActivationBlocks blocks, int features, long room, Resources resources, Workers workers) {
    ChunkLayout layout = new ChunkLayout(blocks.stimuli(), features);
    long bytes = (long) layout.stimuli() * features * Float.BYTES;
    // On the heap, where the finished matrices go too.
    boolean fits = bytes <= Math.min(room, resources.memoryBytes() / 2);
    Shelf shelf = fits ? new MemoryShelf(layout) : new FileShelf(layout, resources.scratch());
    StreamedChunks chunks = new StreamedChunks(layout, shelf);
    boolean done = false;
    try {
      chunks.fill(blocks, workers);
      done = true;
      return chunks;
    } finally {
      if (!done) {
        shelf.close();
      }
    }
  }

  private void fill(ActivationBlocks blocks, Workers workers) {
    int stimulus = 0;
    for (int index = 0; index < blocks.count(); index++) {
      FloatTensor block = blocks.block(index);
      int rows = checkedRows(index, block.shape(), stimulus);
      int before = stimulus;
      int at = index;
      workers.run(tasks(rows, row -> checkFinite(at, block, before, row)));
      workers.run(tasks(layout.count(), chunk -> shelf.put(chunk, before, block.values())));
      stimulus += rows;
    }
    if (stimulus != layout.stimuli()) {
      throw new InputException(
          String.format(
              Locale.ROOT,
              "activations: blocks hold %d stimuli, %d are expected",
              stimulus,
              layout.stimuli()));
    }
  }

  private int checkedRows(int index, Shape shape, int before) {
    long rows = shape.rank() == 0 ? 0 : shape.extent(0);
    boolean fits = rows > 0 && shape.elements() == rows * layout.features();
    if (!fits || before + rows > layout.stimuli()) {
      throw new InputException(
          String.format(
              Locale.ROOT,
              "activations: block %d of shape %s does not fit %d stimuli of %d features after %d",
              index,
              shape,
              layout.stimuli(),
              layout.features(),
              before));
    }
    return (int) rows;
  }

  private static List<Runnable> tasks(int count, IntConsumer task) {
    return IntStream.range(0, count).mapToObj(i -> (Runnable) () -> task.accept(i)).toList();
  }

  private void checkFinite(int index, FloatTensor block, int before, int row) {
    float[] values = block.values();
    int end = (row + 1) * layout.features();
    for (int i = row * layout.features(); i < end; i++) {
      if (!Float.isFinite(values[i])) {
        throw new InputException(
            String.format(
                Locale.ROOT,
                "activations: block %d, stimulus row %d: feature %d is %s; the network overflows"
                    + " here",
                index,
                before + i / layout.features(),
                i % layout.features(),
                values[i]));
      }
    }
  }

  @Override
  public ChunkLayout layout() {
    return layout;
  }

  @Override
  public Chunk read(int chunk) {
    float[] values = shelf.get(chunk);
    int width = layout.length(chunk);
    return (stimulus, from, length, target, offset) -> {
      int start = stimulus * width + from;
      for (int i = 0; i < length; i++) {
        target[offset + i] = values[start + i];
      }
    };
  }

  @Override
  public void close() {
    shelf.close();
  }
}
