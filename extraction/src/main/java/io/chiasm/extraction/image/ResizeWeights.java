package io.chiasm.extraction.image;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * For every output pixel of one axis, the input pixels that it averages and their fixed-point
 * weights: Pillow's {@code precompute_coeffs} and {@code normalize_coeffs_8bpc}.
 */
final class ResizeWeights {
  /** Bits after the binary point; 8 for the sample and 2 for overshoot remain of 32. */
  static final int FRACTION_BITS = 22;

  /** Photographs of a study are of few sizes; more than these are worked out again. */
  private static final int KEPT = 64;

  private static final Map<Axis, ResizeWeights> LATEST = new ConcurrentHashMap<>();

  private final int[] first;
  private final int[][] weights;

  /** The weights from one extent to another. */
  static ResizeWeights of(int inputs, int outputs, Interpolation filter) {
    if (LATEST.size() >= KEPT) {
      LATEST.clear();
    }
    return LATEST.computeIfAbsent(
        new Axis(inputs, outputs, filter), a -> new ResizeWeights(inputs, outputs, filter));
  }

  private ResizeWeights(int inputs, int outputs, Interpolation filter) {
    first = new int[outputs];
    weights = new int[outputs][];
    double scale = (double) inputs / outputs;
    double filterScale = Math.max(scale, 1);
    double support = filter.support() * filterScale;
    for (int i = 0; i < outputs; i++) {
      double centre = (i + 0.5) * scale;
      first[i] = Math.max((int) (centre - support + 0.5), 0);
      int end = Math.min((int) (centre + support + 0.5), inputs);
      weights[i] = weights(filter, first[i] - centre, end - first[i], 1 / filterScale);
    }
  }

  /** First input pixel of output pixel {@code i}. */
  int first(int i) {
    return first[i];
  }

  /** Weights of the input pixels from {@link #first} on, summing to about {@code 2^22}. */
  int[] of(int i) {
    return weights[i];
  }

  private static int[] weights(Interpolation filter, double start, int count, double inverseScale) {
    double[] exact = new double[count];
    double sum = 0;
    for (int x = 0; x < count; x++) {
      exact[x] = filter.weight((x + start + 0.5) * inverseScale);
      sum += exact[x];
    }
    int[] fixed = new int[count];
    for (int x = 0; x < count; x++) {
      double weight = sum == 0 ? exact[x] : exact[x] / sum;
      fixed[x] = (int) ((weight < 0 ? -0.5 : 0.5) + weight * (1 << FRACTION_BITS));
    }
    return fixed;
  }

  private record Axis(int inputs, int outputs, Interpolation filter) {}
}
