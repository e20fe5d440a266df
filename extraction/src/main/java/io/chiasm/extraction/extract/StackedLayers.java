package io.chiasm.extraction.extract;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The layers of a known number of stimuli, gathered from batches along the first axis, which
 * several threads may bring in any order.
 */
final class StackedLayers {
  private final int stimuli;
  private List<FloatTensor> layers = List.of();

  StackedLayers(int stimuli) {
    this.stimuli = stimuli;
  }

  /** Takes a batch as the rows from {@code first} on; rows beyond the last are dropped. */
  void add(int first, List<FloatTensor> batch) {
    List<FloatTensor> stacked = madeFor(batch);
    for (int i = 0; i < stacked.size(); i++) {
      float[] to = stacked.get(i).values();
      float[] from = batch.get(i).values();
      if (to != from) {
        int start = first * (to.length / stimuli);
        System.arraycopy(from, 0, to, start, Math.min(from.length, to.length - start));
      }
    }
  }

  /** Per layer {@code [stimulus, ...]}. */
  synchronized List<FloatTensor> layers() {
    return layers;
  }

  /** Room for all stimuli; a batch of all of them is kept itself. */
  private synchronized List<FloatTensor> madeFor(List<FloatTensor> batch) {
    if (layers.isEmpty()) {
      boolean whole = batch.stream().allMatch(layer -> layer.shape().extent(0) == stimuli);
      layers = whole ? List.copyOf(batch) : batch.stream().map(this::room).toList();
    }
    return layers;
  }

  private FloatTensor room(FloatTensor batch) {
    List<Long> extents = new ArrayList<>(batch.shape().extents());
    extents.set(0, (long) stimuli);
    Shape shape = new Shape(extents);
    if (shape.elements() > Integer.MAX_VALUE - 16) {
      throw new InputException(
          String.format(
              Locale.ROOT,
              "%d stimuli of a layer of shape %s are too many for one block; use smaller blocks",
              stimuli,
              batch.shape()));
    }
    return new FloatTensor(shape, new float[(int) shape.elements()]);
  }
}
