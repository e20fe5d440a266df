package io.chiasm.extraction.extract;

import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.Shape;
import java.util.Arrays;
import java.util.List;

/**
 * Runs a network that was exported for one batch size only on batches of any size: in pieces of
 * that size, the last one filled up with zeros whose activations are dropped.
 */
public final class FixedBatchRunner implements NetworkRunner {
  private final NetworkRunner runner;
  private final int size;

  public FixedBatchRunner(NetworkRunner runner, int size) {
    this.runner = runner;
    this.size = size;
  }

  @Override
  public List<String> layers() {
    return runner.layers();
  }

  @Override
  public int imagesAtOnce() {
    return size;
  }

  @Override
  public List<FloatTensor> run(FloatTensor images) {
    int count = Math.toIntExact(images.shape().extent(0));
    StackedLayers stacked = new StackedLayers(count);
    for (int first = 0; first < count; first += size) {
      stacked.add(first, runner.run(piece(images, first, count)));
    }
    return stacked.layers();
  }

  private FloatTensor piece(FloatTensor images, int first, int count) {
    long[] extents = images.shape().extents().stream().mapToLong(Long::longValue).toArray();
    int each = images.values().length / count;
    extents[0] = size;
    float[] values =
        Arrays.copyOfRange(images.values(), first * each, Math.min(first + size, count) * each);
    return new FloatTensor(Shape.of(extents), Arrays.copyOf(values, size * each));
  }

  @Override
  public void close() {
    runner.close();
  }
}
