package io.chiasm.networks;

import io.chiasm.networks.catalogue.Interpolation;
import io.chiasm.networks.graph.ImageSize;

/**
 * How published weights want photographs resized, before the centre is cropped to the input size.
 *
 * @param shortSide in pixels
 */
public record Resizing(int shortSide, Interpolation interpolation) {
  public Resizing {
    if (shortSide < 1 || shortSide > 2 * ImageSize.MAX) {
      throw new IllegalArgumentException("short side of " + shortSide + " pixels");
    }
  }
}
