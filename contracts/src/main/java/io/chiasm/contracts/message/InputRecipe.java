package io.chiasm.contracts.message;

import io.chiasm.contracts.study.Normalisation;
import io.chiasm.contracts.study.Preprocessing;

/**
 * How a photograph becomes one network's input; every field changes the pixels.
 *
 * @param height of the input, in pixels
 * @param width of the input, in pixels
 */
public record InputRecipe(
    Preprocessing preprocessing,
    int height,
    int width,
    Normalisation normalisation,
    InputVariant variant) {
  /** The photograph as it is. */
  public InputRecipe(
      Preprocessing preprocessing, int height, int width, Normalisation normalisation) {
    this(preprocessing, height, width, normalisation, InputVariant.PLAIN);
  }

  /** The same in another variant. */
  public InputRecipe as(InputVariant other) {
    return new InputRecipe(preprocessing, height, width, normalisation, other);
  }
}
