package io.chiasm.local.simulate;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Averages channel maps over receptive fields. Maps are kept by cell, so that one receptive field
 * weighs all channels of all scenes at once.
 */
final class Pooling {
  /** Receptive fields end here, in standard deviations. */
  private static final double REACH = 2.5;

  private static final double CELL = ChannelMaps.DEGREES / ChannelMaps.CELLS;

  private final int channels;
  private final float[][] byCell;

  /**
   * @param maps {@code [scene] [channel][cell]}
   */
  Pooling(List<float[][]> maps) {
    channels = maps.get(0).length;
    byCell =
        IntStream.range(0, ChannelMaps.CELLS * ChannelMaps.CELLS)
            .mapToObj(cell -> cell(maps, cell))
            .toArray(float[][]::new);
  }

  int channels() {
    return channels;
  }

  /**
   * {@code [scene · channel]}, channel fastest: weighted means over a Gaussian at {@code x}, {@code
   * y} of width {@code sigma}, in degrees; what lies off the photograph does not count.
   */
  float[] over(double x, double y, double sigma) {
    float[] means = new float[byCell[0].length];
    float[] weightX = weights(x, sigma);
    float[] weightY = weights(-y, sigma);
    float total = 0;
    for (int row = 0; row < ChannelMaps.CELLS; row++) {
      for (int column = 0; column < ChannelMaps.CELLS; column++) {
        float weight = weightY[row] * weightX[column];
        if (weight > 0) {
          total += weight;
          add(means, weight, byCell[row * ChannelMaps.CELLS + column]);
        }
      }
    }
    for (int i = 0; i < means.length; i++) {
      means[i] /= total;
    }
    return means;
  }

  private static void add(float[] sums, float weight, float[] values) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += weight * values[i];
    }
  }

  private static float[] weights(double centre, double sigma) {
    float[] weights = new float[ChannelMaps.CELLS];
    for (int i = 0; i < weights.length; i++) {
      double distance = ((i + 0.5) * CELL - ChannelMaps.DEGREES / 2 - centre) / sigma;
      if (Math.abs(distance) < REACH) {
        weights[i] = (float) StrictMath.exp(-distance * distance / 2);
      }
    }
    return weights;
  }

  private float[] cell(List<float[][]> maps, int cell) {
    float[] values = new float[maps.size() * channels];
    for (int i = 0; i < values.length; i++) {
      values[i] = maps.get(i / channels)[i % channels][cell];
    }
    return values;
  }
}
