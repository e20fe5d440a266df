package io.chiasm.extractor.extraction;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/** The layers of a known number of stimuli, gathered from batches along the first axis. */
final class StackedLayers {
  private final int stimuli;
  private final List<FloatTensor> layers = new ArrayList<>();

  StackedLayers(int stimuli) {
    this.stimuli = stimuli;
  }

  /** Copies a batch to the rows from {@code first} on; rows beyond the last are dropped. */
  void add(int first, List<FloatTensor> batch) {
    if (layers.isEmpty()) {
      batch.forEach(layer -> layers.add(new FloatTensor(stacked(layer.shape()), values(layer))));
    }
    for (int i = 0; i < layers.size(); i++) {
      float[] to = layers.get(i).values();
      float[] from = batch.get(i).values();
      int each = to.length / stimuli;
      System.arraycopy(from, 0, to, first * each, Math.min(from.length, to.length - first * each));
    }
  }

  /** Per layer {@code [stimulus, ...]}. */
  List<FloatTensor> layers() {
    return List.copyOf(layers);
  }

  private Shape stacked(Shape batch) {
    List<Long> extents = new ArrayList<>(batch.extents());
    extents.set(0, (long) stimuli);
    return new Shape(extents);
  }

  private float[] values(FloatTensor layer) {
    long elements = stacked(layer.shape()).elements();
    if (elements > Integer.MAX_VALUE - 16) {
      throw new InputException(
          String.format(
              "%d stimuli of a layer of shape %s are too many for one block; use smaller blocks",
              stimuli, layer.shape()));
    }
    return new float[(int) elements];
  }
}
