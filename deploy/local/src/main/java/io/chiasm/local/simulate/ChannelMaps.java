package io.chiasm.local.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What an early visual cortex would see in a scene: amplitudes of Gabor filters at four
 * orientations and two or three spatial frequencies, and local contrast, on a grid of 32 × 32 cells
 * over the photograph's 8.4 × 8.4 degrees.
 */
final class ChannelMaps {
  static final int CELLS = 32;

  /** Photographs were shown at 8.4 degrees with central fixation. */
  static final double DEGREES = 8.4;

  private static final double[] CYCLES_PER_DEGREE = {0.95, 1.9, 3.8};
  private static final int ORIENTATIONS = 4;

  /** Above this many turns per pixel a filter would see the pixel grid. */
  private static final double FINEST = 0.4;

  private static final double CONTRAST_SIGMA = 0.35;

  /** How far a photograph's own contrast is divided out; 1 would be all of it. */
  private static final double NORMALISATION = 0.75;

  private final int side;
  private final List<Filter> gabors = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final Filter window;

  ChannelMaps(int side) {
    this.side = side;
    double pixels = side / DEGREES;
    for (double frequency : CYCLES_PER_DEGREE) {
      double wave = frequency / pixels;
      for (int i = 0; i < ORIENTATIONS && wave <= FINEST; i++) {
        double angle = Math.PI * i / ORIENTATIONS;
        gabors.add(
            new Filter(0.5 / wave, wave * StrictMath.cos(angle), -wave * StrictMath.sin(angle)));
        names.add(
            String.format(Locale.ROOT, "gabor_%scpd_%ddeg", frequency, 180 * i / ORIENTATIONS));
      }
    }
    names.add("luminance_contrast_" + CONTRAST_SIGMA + "deg");
    window = new Filter(CONTRAST_SIGMA * pixels, 0, 0);
  }

  List<String> names() {
    return List.copyOf(names);
  }

  /** {@code [channel][cell]}, cells row by row from the upper left. */
  float[][] of(Scene scene) {
    float[] luminance = scene.luminance();
    subtractMean(luminance);
    float[][] maps = new float[names.size()][];
    for (int channel = 0; channel < gabors.size(); channel++) {
      maps[channel] = cells(gabors.get(channel).amplitude(luminance, side));
    }
    maps[gabors.size()] = cells(contrast(luminance));
    return maps;
  }

  /** Root of the local mean square of the luminance's difference from the photograph's mean. */
  private float[] contrast(float[] luminance) {
    float[] squares = new float[luminance.length];
    for (int i = 0; i < squares.length; i++) {
      squares[i] = luminance[i] * luminance[i];
    }
    float[] contrast = window.amplitude(squares, side);
    for (int i = 0; i < contrast.length; i++) {
      contrast[i] = (float) Math.sqrt(contrast[i]);
    }
    return contrast;
  }

  /** Cell means, divided by a power of their own mean. */
  private float[] cells(float[] pixels) {
    int width = side / CELLS;
    float[] cells = new float[CELLS * CELLS];
    double sum = 0;
    for (int i = 0; i < pixels.length; i++) {
      cells[i / side / width * CELLS + i % side / width] += pixels[i] / (width * width);
      sum += pixels[i];
    }
    double norm = StrictMath.pow(Math.max(sum / pixels.length, 1e-6), NORMALISATION);
    for (int i = 0; i < cells.length; i++) {
      cells[i] /= (float) norm;
    }
    return cells;
  }

  private static void subtractMean(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    float mean = (float) (sum / values.length);
    for (int i = 0; i < values.length; i++) {
      values[i] -= mean;
    }
  }
}
