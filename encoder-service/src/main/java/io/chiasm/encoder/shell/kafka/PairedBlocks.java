package io.chiasm.encoder.shell.kafka;

import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.Shape;
import io.chiasm.encoding.gram.ActivationBlocks;

/** Two passes over the same stimuli, their channels one after the other. */
final class PairedBlocks implements ActivationBlocks {
  private final ActivationBlocks left;
  private final ActivationBlocks right;

  PairedBlocks(ActivationBlocks left, ActivationBlocks right) {
    this.left = left;
    this.right = right;
  }

  @Override
  public int stimuli() {
    return left.stimuli();
  }

  @Override
  public int count() {
    return left.count();
  }

  @Override
  public FloatTensor block(int index) {
    FloatTensor first = left.block(index);
    FloatTensor second = right.block(index);
    if (!first.shape().equals(second.shape())) {
      throw new IllegalStateException(
          "passes of shapes " + first.shape() + " and " + second.shape());
    }
    return joined(first, second);
  }

  private static FloatTensor joined(FloatTensor first, FloatTensor second) {
    Shape shape = first.shape();
    int rows = Math.toIntExact(shape.extent(0));
    int each = rows == 0 ? 0 : first.values().length / rows;
    FloatTensor joined =
        FloatTensor.zeros(rows, 2 * shape.extent(1), shape.extent(2), shape.extent(3));
    for (int row = 0; row < rows; row++) {
      System.arraycopy(first.values(), row * each, joined.values(), 2 * row * each, each);
      System.arraycopy(second.values(), row * each, joined.values(), (2 * row + 1) * each, each);
    }
    return joined;
  }
}
