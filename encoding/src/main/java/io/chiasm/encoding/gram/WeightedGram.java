package io.chiasm.encoding.gram;

import io.chiasm.contracts.tensor.DoubleTensor;
import io.chiasm.encoding.spectrum.Gram;

/**
 * A weighted sum of a split's Gram matrices, formed element by element as it is read: the halves of
 * a large study take gigabytes, and every model is a sum of them.
 */
final class WeightedGram implements Gram {
  private final int stimuli;
  private final double[][] parts = new double[3][];
  private final double[] weights = new double[3];
  private int count;

  /** With the weights of first, second and, where there is one, rest. */
  static WeightedGram of(SplitGram split, double first, double second, double rest) {
    WeightedGram gram = new WeightedGram(split.stimuli());
    gram.add(split.first(), first);
    gram.add(split.second(), second);
    split.rest().ifPresent(matrix -> gram.add(matrix, rest));
    return gram;
  }

  private WeightedGram(int stimuli) {
    this.stimuli = stimuli;
  }

  private void add(DoubleTensor part, double weight) {
    if (weight != 0) {
      parts[count] = part.values();
      weights[count++] = weight;
    }
  }

  @Override
  public int stimuli() {
    return stimuli;
  }

  @Override
  public double at(int row, int column) {
    int index = row * stimuli + column;
    double sum = 0;
    for (int part = 0; part < count; part++) {
      sum += weights[part] * parts[part][index];
    }
    return sum;
  }
}
