package io.chiasm.local.simulate;

import java.util.Arrays;

/** A separable complex filter: a plane wave under a Gaussian, {@code [y] × [x]}. */
final class Filter {
  /** The Gaussian is cut off here, in standard deviations. */
  private static final double REACH = 2.7;

  private final int radius;
  private final float[] realX;
  private final float[] imaginaryX;
  private final float[] realY;
  private final float[] imaginaryY;

  /**
   * @param sigma of the Gaussian in pixels
   * @param waveX turns per pixel along x
   * @param waveY turns per pixel along y, downwards
   */
  Filter(double sigma, double waveX, double waveY) {
    radius = (int) Math.ceil(REACH * sigma);
    realX = taps(sigma, waveX, false);
    imaginaryX = taps(sigma, waveX, true);
    realY = taps(sigma, waveY, false);
    imaginaryY = taps(sigma, waveY, true);
  }

  /** {@code [pixel]} the amplitude of the filter's answer everywhere; edges are mirrored. */
  float[] amplitude(float[] image, int side) {
    float[] real = new float[side * side];
    float[] imaginary = new float[side * side];
    float[] padded = new float[side + 2 * radius];
    for (int y = 0; y < side; y++) {
      for (int i = 0; i < padded.length; i++) {
        padded[i] = image[y * side + mirrored(i - radius, side)];
      }
      for (int tap = 0; tap < realX.length; tap++) {
        for (int x = 0; x < side; x++) {
          real[y * side + x] += realX[tap] * padded[x + tap];
          imaginary[y * side + x] += imaginaryX[tap] * padded[x + tap];
        }
      }
    }
    return amplitudeAlongY(real, imaginary, side);
  }

  private float[] amplitudeAlongY(float[] real, float[] imaginary, int side) {
    float[] amplitude = new float[side * side];
    float[] sumReal = new float[side];
    float[] sumImaginary = new float[side];
    for (int y = 0; y < side; y++) {
      Arrays.fill(sumReal, 0);
      Arrays.fill(sumImaginary, 0);
      for (int tap = 0; tap < realY.length; tap++) {
        int from = mirrored(y + tap - radius, side) * side;
        float a = realY[tap];
        float b = imaginaryY[tap];
        for (int x = 0; x < side; x++) {
          sumReal[x] += a * real[from + x] - b * imaginary[from + x];
          sumImaginary[x] += a * imaginary[from + x] + b * real[from + x];
        }
      }
      for (int x = 0; x < side; x++) {
        float square = sumReal[x] * sumReal[x] + sumImaginary[x] * sumImaginary[x];
        amplitude[y * side + x] = (float) Math.sqrt(square);
      }
    }
    return amplitude;
  }

  private float[] taps(double sigma, double wave, boolean imaginary) {
    float[] taps = new float[2 * radius + 1];
    double sum = 0;
    for (int i = -radius; i <= radius; i++) {
      sum += StrictMath.exp(-i * i / (2 * sigma * sigma));
    }
    for (int i = -radius; i <= radius; i++) {
      double phase = 2 * Math.PI * wave * i;
      double turn = imaginary ? StrictMath.sin(phase) : StrictMath.cos(phase);
      taps[i + radius] = (float) (turn * StrictMath.exp(-i * i / (2 * sigma * sigma)) / sum);
    }
    return taps;
  }

  private static int mirrored(int i, int side) {
    int folded = Math.floorMod(i, 2 * side);
    return folded < side ? folded : 2 * side - 1 - folded;
  }
}
