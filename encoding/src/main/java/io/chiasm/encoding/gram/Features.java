package io.chiasm.encoding.gram;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.tensor.RealTensor;
import io.chiasm.contracts.tensor.Shape;
import java.util.Locale;

/** Features {@code [stimulus, feature…]} held in memory, all finite; further axes are flattened. */
public final class Features {
  private final String name;
  private final int stimuli;
  private final int count;
  private final RealTensor values;

  private Features(String name, RealTensor values) {
    Shape shape = values.shape();
    if (shape.rank() < 2) {
      throw new InputException(name + ": shape " + shape + " should be (stimuli, features, …)");
    }
    this.name = name;
    this.stimuli = Math.toIntExact(shape.extent(0));
    this.count = stimuli == 0 ? 0 : Math.toIntExact(shape.elements() / stimuli);
    this.values = values;
  }

  /**
   * @param name of the tensor in messages, such as its file
   * @throws InputException if it has no feature axis or holds NaN or infinity
   */
  public static Features of(String name, RealTensor tensor) {
    return new Features(name, tensor).checked();
  }

  /** Name in messages. */
  public String name() {
    return name;
  }

  public int stimuli() {
    return stimuli;
  }

  /** Number of features of a stimulus. */
  public int count() {
    return count;
  }

  void copy(int stimulus, int from, int length, double[] target, int offset) {
    int start = stimulus * count + from;
    for (int i = 0; i < length; i++) {
      target[offset + i] = values.get(start + i);
    }
  }

  private Features checked() {
    double[] row = new double[count];
    for (int stimulus = 0; stimulus < stimuli; stimulus++) {
      copy(stimulus, 0, count, row, 0);
      for (int feature = 0; feature < count; feature++) {
        if (!Double.isFinite(row[feature])) {
          throw new InputException(
              String.format(
                  Locale.ROOT,
                  "%s: feature %d of stimulus row %d is %s; every feature must be finite",
                  name,
                  feature,
                  stimulus,
                  row[feature]));
        }
      }
    }
    return this;
  }
}
