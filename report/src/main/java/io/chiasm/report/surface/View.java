package io.chiasm.report.surface;

import io.chiasm.contracts.brain.Hemisphere;
import java.util.Locale;

/** Where a hemisphere is looked at from; fronts of both hemispheres point outwards alike. */
public enum View {
  LATERAL,
  MEDIAL,
  VENTRAL,
  OCCIPITAL;

  /** Lower-case name, as written beside a picture. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Axes of the picture in the axes of the surface: to the right, upwards, towards the eye.
   *
   * @return {@code [3][3]}
   */
  float[][] axes(Hemisphere hemisphere) {
    float side = hemisphere == Hemisphere.LH ? 1 : -1;
    float[] right = {-side, 0, 0};
    float[] back = {0, -side, 0};
    float[] front = {0, side, 0};
    float[] up = {0, 0, 1};
    return switch (this) {
      case LATERAL -> new float[][] {back, up, right};
      case MEDIAL -> new float[][] {front, up, {side, 0, 0}};
      case VENTRAL -> new float[][] {back, right, {0, 0, -1}};
      case OCCIPITAL -> new float[][] {{1, 0, 0}, up, {0, -1, 0}};
    };
  }
}
