package io.chiasm.local.power;

import io.chiasm.contracts.brain.Hemifield;
import io.chiasm.contracts.tensor.DoubleTensor;
import io.chiasm.contracts.tensor.Shape;
import io.chiasm.local.simulate.Draws;

/** Features of both halves, {@code [stimulus, dimension]}: normal, of unit variance. */
final class MadeFeatures {
  private final int dimensions;
  private final double[] left;
  private final double[] right;

  MadeFeatures(EncodingDesign design) {
    this.dimensions = design.dimensions();
    this.left = new double[Math.multiplyExact(design.stimuli(), dimensions)];
    this.right = new double[left.length];
    Draws draws = new Draws(design.seed(), "features", 0);
    double own = Math.sqrt(1 - design.halves() * design.halves());
    for (int i = 0; i < left.length; i++) {
      left[i] = draws.normal();
      right[i] = design.halves() * left[i] + own * draws.normal();
    }
  }

  /** {@code [stimulus, dimension]}. */
  DoubleTensor of(Hemifield half) {
    double[] values = values(half);
    return new DoubleTensor(Shape.of(values.length / dimensions, dimensions), values);
  }

  /** {@code [stimulus]} a weighted sum of one half's features. */
  double[] weighted(Hemifield half, double[] weights) {
    double[] features = values(half);
    double[] sums = new double[features.length / dimensions];
    for (int stimulus = 0; stimulus < sums.length; stimulus++) {
      double sum = 0;
      for (int i = 0; i < dimensions; i++) {
        sum += features[stimulus * dimensions + i] * weights[i];
      }
      sums[stimulus] = sum;
    }
    return sums;
  }

  private double[] values(Hemifield half) {
    return half == Hemifield.LEFT ? left : right;
  }
}
