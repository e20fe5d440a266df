package io.chiasm.extraction.preprocess;

import io.chiasm.extraction.image.Interpolation;
import io.chiasm.networks.OnnxGraph;

/**
 * How published weights want their photographs.
 *
 * @param shortSide of the photograph after resizing, before the crop to the input size
 */
public record TorchvisionPreset(int shortSide, Interpolation interpolation) {
  /** What a network's own notes say, or else {@link #forInput}. */
  public static TorchvisionPreset of(OnnxGraph network) {
    return network
        .resizing()
        .map(r -> new TorchvisionPreset(r.shortSide(), interpolation(r.interpolation())))
        .orElseGet(() -> forInput(network.inputSize().height(), network.inputSize().width()));
  }

  private static Interpolation interpolation(
      io.chiasm.networks.catalogue.Interpolation interpolation) {
    return switch (interpolation) {
      case BILINEAR -> Interpolation.BILINEAR;
      case BICUBIC -> Interpolation.BICUBIC;
    };
  }

  /**
   * For a network whose file names no preset: the short side keeps the proportion 256 to 224 that
   * most presets have, rounded (224 → 256, 299 → 342), and interpolation is bilinear.
   */
  public static TorchvisionPreset forInput(int height, int width) {
    int side = Math.toIntExact(Math.round(Math.max(height, width) * (256 / 224.0)));
    return new TorchvisionPreset(side, Interpolation.BILINEAR);
  }
}
