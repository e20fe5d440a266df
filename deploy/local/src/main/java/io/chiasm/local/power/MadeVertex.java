package io.chiasm.local.power;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.local.simulate.Draws;

/**
 * One made vertex: {@code response = c z(signal) + √(1 − c²) z(noise)}, where {@code signal = a ·
 * contra + b · ipsi}, the weights of both halves' features are random directions at a right angle
 * to each other, noise is white, and c is the noise ceiling.
 */
final class MadeVertex {
  private final MadeFeatures features;
  private final int dimensions;
  private final Hemisphere hemisphere;

  MadeVertex(MadeFeatures features, int dimensions, Hemisphere hemisphere) {
    this.features = features;
    this.dimensions = dimensions;
    this.hemisphere = hemisphere;
  }

  /** {@code [stimulus]}, of unit variance but for chance. */
  double[] responses(Planting planting, double ceiling, Draws draws) {
    double[] contra = direction(draws);
    double[] ipsi = atRightAngle(direction(draws), contra);
    double[] signal = features.weighted(hemisphere.contralateral(), contra);
    double[] other = features.weighted(hemisphere.ipsilateral(), ipsi);
    for (int i = 0; i < signal.length; i++) {
      signal[i] = planting.contra() * signal[i] + planting.ipsi() * other[i];
    }
    double[] noise = new double[signal.length];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = draws.normal();
    }
    standardise(signal);
    standardise(noise);
    for (int i = 0; i < signal.length; i++) {
      signal[i] = ceiling * signal[i] + Math.sqrt(1 - ceiling * ceiling) * noise[i];
    }
    return signal;
  }

  private double[] direction(Draws draws) {
    double[] direction = new double[dimensions];
    for (int i = 0; i < dimensions; i++) {
      direction[i] = draws.normal();
    }
    return scaled(direction);
  }

  private static double[] atRightAngle(double[] direction, double[] to) {
    double shared = product(direction, to);
    for (int i = 0; i < direction.length; i++) {
      direction[i] -= shared * to[i];
    }
    return scaled(direction);
  }

  private static double[] scaled(double[] vector) {
    double length = Math.sqrt(product(vector, vector));
    for (int i = 0; i < vector.length; i++) {
      vector[i] /= length;
    }
    return vector;
  }

  private static double product(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }

  private static void standardise(double[] values) {
    double mean = 0;
    for (double value : values) {
      mean += value / values.length;
    }
    double square = 0;
    for (int i = 0; i < values.length; i++) {
      values[i] -= mean;
      square += values[i] * values[i] / values.length;
    }
    double deviation = Math.sqrt(square);
    for (int i = 0; i < values.length; i++) {
      values[i] /= deviation;
    }
  }
}
