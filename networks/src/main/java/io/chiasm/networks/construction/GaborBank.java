package io.chiasm.networks.construction;

import io.chiasm.contracts.tensor.FloatTensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Pairs of Gabor filters in quadrature, whose squares add up to the energy of an orientation at a
 * scale: Adelson and Bergen (1985), doi:10.1364/JOSAA.2.000284.
 */
final class GaborBank {
  static final int KERNEL = 15;
  static final int ORIENTATIONS = 4;

  /** Pixels of a 64 × 64 image; three quarters of an octave apart, to fit the kernel. */
  private static final double[] WAVELENGTHS = {3.5, 6, 10};

  /** Bandwidth of about 1.5 octaves, as in simple cells. */
  private static final double SIGMA_PER_WAVELENGTH = 0.4;

  private static final double[] LUMINANCE = {1 / 3.0, 1 / 3.0, 1 / 3.0};
  private static final double[] RED_GREEN = {0.5, -0.5, 0};
  private static final double[] BLUE_YELLOW = {-0.25, -0.25, 0.5};

  private final List<Gabor> filters = new ArrayList<>();

  private record Gabor(int orientation, double wavelength, List<Double> colour) {}

  /** 12 luminance, 8 red–green and 4 blue–yellow filters; orientation varies fastest. */
  GaborBank() {
    addAll(LUMINANCE, WAVELENGTHS);
    addAll(RED_GREEN, Arrays.copyOfRange(WAVELENGTHS, 1, 3));
    addAll(BLUE_YELLOW, Arrays.copyOfRange(WAVELENGTHS, 2, 3));
  }

  private void addAll(double[] colour, double[] wavelengths) {
    List<Double> weights = Arrays.stream(colour).boxed().toList();
    for (double wavelength : wavelengths) {
      for (int orientation = 0; orientation < ORIENTATIONS; orientation++) {
        filters.add(new Gabor(orientation, wavelength, weights));
      }
    }
  }

  int size() {
    return filters.size();
  }

  /** Cosine phase, {@code [filter, colour, row, column]}; blind to uniform images. */
  FloatTensor even() {
    return weights(0);
  }

  /** Sine phase, {@code [filter, colour, row, column]}. */
  FloatTensor odd() {
    return weights(-Math.PI / 2);
  }

  private FloatTensor weights(double phase) {
    FloatTensor weights = FloatTensor.zeros(filters.size(), 3, KERNEL, KERNEL);
    int at = 0;
    for (Gabor filter : filters) {
      double[] plane = plane(filter, phase);
      for (double colour : filter.colour()) {
        for (double value : plane) {
          weights.values()[at++] = (float) (colour * value);
        }
      }
    }
    return weights;
  }

  /** One colour plane {@code [row, column]}: sum 0, sum of squares 1. */
  private static double[] plane(Gabor filter, double phase) {
    double angle = Math.PI * filter.orientation() / ORIENTATIONS;
    double sigma = SIGMA_PER_WAVELENGTH * filter.wavelength();
    double[] envelope = new double[KERNEL * KERNEL];
    double[] values = new double[KERNEL * KERNEL];
    for (int i = 0; i < values.length; i++) {
      int row = i / KERNEL - KERNEL / 2;
      int column = i % KERNEL - KERNEL / 2;
      double along = column * StrictMath.cos(angle) + row * StrictMath.sin(angle);
      envelope[i] = StrictMath.exp(-(row * row + column * column) / (2 * sigma * sigma));
      values[i] = envelope[i] * StrictMath.cos(2 * Math.PI * along / filter.wavelength() + phase);
    }
    double surplus = sum(values) / sum(envelope);
    for (int i = 0; i < values.length; i++) {
      values[i] -= surplus * envelope[i];
    }
    double norm = Math.sqrt(sumOfSquares(values));
    return Arrays.stream(values).map(v -> v / norm).toArray();
  }

  // Plain loops: the order of additions, and so every bit, is the same on every machine.
  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  private static double sumOfSquares(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value * value;
    }
    return sum;
  }
}
