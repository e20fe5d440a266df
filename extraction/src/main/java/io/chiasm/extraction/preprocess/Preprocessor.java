package io.chiasm.extraction.preprocess;

import io.chiasm.contracts.study.Normalisation;
import io.chiasm.extraction.image.RgbImage;

/**
 * Makes a network's input from photographs by one recipe, in float32 and torch's order of
 * operations: {@code v / 255}, minus mean, divided by standard deviation. Safe for several threads.
 */
public final class Preprocessor {
  private static final int LEVELS = 256;

  private final PreprocessingRecipe recipe;

  /** Normalised value {@code [channel, level]} of each 8-bit sample. */
  private final float[][] normalised;

  public Preprocessor(PreprocessingRecipe recipe) {
    this.recipe = recipe;
    this.normalised = table(recipe.normalisation());
  }

  public PreprocessingRecipe recipe() {
    return recipe;
  }

  /** Floats that one photograph becomes. */
  public int valuesPerImage() {
    return RgbImage.CHANNELS * recipe.height() * recipe.width();
  }

  /**
   * Writes one photograph's input.
   *
   * @param name of the photograph, for error messages
   * @param input {@code [image, channel, row, column]}
   * @param image place along the first axis
   * @throws io.chiasm.contracts.failure.InputException if the photograph is far too narrow for the
   *     recipe
   */
  public void write(String name, RgbImage photograph, float[] input, int image) {
    RgbImage seen = recipe.geometry().apply(name, photograph, recipe.interpolation());
    int start = Math.multiplyExact(image, valuesPerImage());
    int area = recipe.height() * recipe.width();
    for (int c = 0; c < RgbImage.CHANNELS; c++) {
      writeChannel(seen.samples(), c, input, start + c * area);
    }
    int rows = RgbImage.CHANNELS * recipe.height();
    for (int row = 0; row < rows; row++) {
      InputColumns.apply(recipe.variant(), input, start + row * recipe.width(), recipe.width());
    }
  }

  private void writeChannel(byte[] samples, int channel, float[] input, int start) {
    float[] values = normalised[channel];
    int to = start;
    for (int from = channel; from < samples.length; from += RgbImage.CHANNELS) {
      input[to++] = values[samples[from] & 0xFF];
    }
  }

  private static float[][] table(Normalisation normalisation) {
    float[][] table = new float[RgbImage.CHANNELS][LEVELS];
    for (int c = 0; c < RgbImage.CHANNELS; c++) {
      float mean = normalisation.mean().get(c).floatValue();
      float std = normalisation.std().get(c).floatValue();
      for (int level = 0; level < LEVELS; level++) {
        table[c][level] = (level / 255f - mean) / std;
      }
    }
    return table;
  }
}
