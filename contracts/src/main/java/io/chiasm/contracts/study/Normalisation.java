package io.chiasm.contracts.study;

import java.util.List;

/**
 * Input normalisation: {@code (pixel / 255 - mean) / std} per channel, red first.
 *
 * @param mean on the scale 0 to 1
 * @param std on the scale 0 to 1, positive
 */
public record Normalisation(List<Double> mean, List<Double> std) {
  /** torchvision's for nearly all its ImageNet weights. */
  public static final Normalisation IMAGENET =
      new Normalisation(List.of(0.485, 0.456, 0.406), List.of(0.229, 0.224, 0.225));

  public Normalisation {
    mean = List.copyOf(mean);
    std = List.copyOf(std);
    if (mean.size() != 3 || std.size() != 3) {
      throw new IllegalArgumentException(
          "normalisation needs three means and three stds, got " + mean + " and " + std);
    }
    if (std.stream().anyMatch(s -> !(s > 0))) {
      throw new IllegalArgumentException("normalisation std must be positive, got " + std);
    }
  }
}
