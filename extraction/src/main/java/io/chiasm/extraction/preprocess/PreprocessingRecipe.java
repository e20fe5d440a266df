package io.chiasm.extraction.preprocess;

import io.chiasm.contracts.message.InputVariant;
import io.chiasm.contracts.study.Normalisation;
import io.chiasm.extraction.image.Interpolation;
import java.util.List;
import java.util.stream.Collectors;

/** Everything that decides which numbers a photograph's bytes become. */
public record PreprocessingRecipe(
    Geometry geometry,
    Interpolation interpolation,
    Normalisation normalisation,
    InputVariant variant) {
  /** Raised whenever the same recipe begins to give other numbers. */
  private static final String VERSION = "pixels-1";

  /**
   * The whole photograph resized to the input size with bilinear interpolation, as the Algonauts
   * 2023 tutorial does ({@code Resize((224, 224))}), whatever the network.
   */
  public static PreprocessingRecipe wholeImage(int height, int width, Normalisation normalisation) {
    return new PreprocessingRecipe(
        new Geometry.WholeImage(height, width),
        Interpolation.BILINEAR,
        normalisation,
        InputVariant.PLAIN);
  }

  /** Resized and cropped as the weights' preset says. */
  public static PreprocessingRecipe torchvision(
      TorchvisionPreset preset, int height, int width, Normalisation normalisation) {
    return new PreprocessingRecipe(
        new Geometry.CentreCrop(preset.shortSide(), height, width),
        preset.interpolation(),
        normalisation,
        InputVariant.PLAIN);
  }

  /** The same pixels in another variant. */
  public PreprocessingRecipe as(InputVariant other) {
    return new PreprocessingRecipe(geometry, interpolation, normalisation, other);
  }

  /** Rows of the input. */
  public int height() {
    return geometry.height();
  }

  /** Columns of the input. */
  public int width() {
    return geometry.width();
  }

  /**
   * Text for hashing into object keys: two recipes have the same text exactly if they give the same
   * numbers for every photograph. Means and standard deviations are written as the float32 values
   * that enter the arithmetic.
   */
  public String canonical() {
    return String.join(
        "; ",
        VERSION,
        geometry.canonical(),
        interpolation.label(),
        "mean " + exact(normalisation.mean()),
        "std " + exact(normalisation.std()),
        variant.label());
  }

  private static String exact(List<Double> values) {
    return values.stream()
        .map(value -> Float.toHexString(value.floatValue()))
        .collect(Collectors.joining(" "));
  }
}
