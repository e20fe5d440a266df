package io.chiasm.encoding.spectrum;

import io.chiasm.contracts.tensor.DoubleTensor;

/** A Gram matrix {@code [stimulus, stimulus]}, stored or made of stored ones as it is read. */
public interface Gram {
  /** Number of stimuli. */
  int stimuli();

  /** An element. */
  double at(int row, int column);

  /** A stored one. */
  static Gram of(DoubleTensor tensor) {
    int stimuli = Math.toIntExact(tensor.shape().extent(0));
    double[] values = tensor.values();
    return new Gram() {
      @Override
      public int stimuli() {
        return stimuli;
      }

      @Override
      public double at(int row, int column) {
        return values[row * stimuli + column];
      }
    };
  }
}
